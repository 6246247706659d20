import { DateTime } from 'luxon';
import { minute } from '../../durations.ts';

/** A day from Monday to Friday where the sample organisation works. */
export interface WorkingDay {
  /** Days before the newest one. */
  age: number;
  /** The instant when the clocks there show a time of day. */
  at(minutes: number): number;
}

/** The working days before an instant and of its own day, oldest first. */
export function listWorkingDays(untilMs: number, days: number): WorkingDay[] {
  const today = DateTime.fromMillis(untilMs, { zone: 'Europe/Berlin' });
  const result: WorkingDay[] = [];
  for (let age = days - 1; age >= 0; age--) {
    const date = today.minus({ days: age });
    if (date.weekday <= 5) {
      // The clocks change at night, so all of the day counts from noon.
      const noonMs = date.startOf('day').set({ hour: 12 }).toMillis();
      result.push({
        age,
        at: minutes => noonMs + (minutes - 12 * 60) * minute,
      });
    }
  }
  return result;
}

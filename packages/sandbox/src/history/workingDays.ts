import { day, hour, minute } from '../kubernetes/kubernetesTypes.ts';

const zone = 'Europe/Berlin';
const offsetFormat = new Intl.DateTimeFormat('en-US', {
  timeZone: zone,
  timeZoneName: 'longOffset',
});
const dateFormat = new Intl.DateTimeFormat('en-CA', { timeZone: zone });

/** A day from Monday to Friday where the sample organisation works. */
export interface WorkingDay {
  /** Days before the newest one. */
  age: number;
  /** The instant when the clocks there show a time of day. */
  at(minutes: number): number;
}

/** The working days before an instant and of its own day, oldest first. */
export function listWorkingDays(untilMs: number, days: number): WorkingDay[] {
  const [year, month, date] = dateFormat.format(untilMs).split('-').map(Number);
  const result: WorkingDay[] = [];
  for (let age = days - 1; age >= 0; age--) {
    const midnightUtc = Date.UTC(year, month - 1, date) - age * day;
    const weekday = new Date(midnightUtc).getUTCDay();
    if (weekday !== 0 && weekday !== 6) {
      // The clocks change at night, so the offset at noon holds all day.
      const offsetMs = readOffset(midnightUtc + 12 * hour);
      result.push({
        age,
        at: minutes => midnightUtc - offsetMs + minutes * minute,
      });
    }
  }
  return result;
}

function readOffset(atMs: number): number {
  const name = offsetFormat
    .formatToParts(atMs)
    .find(part => part.type === 'timeZoneName')?.value;
  const [, hours = '0', minutes = '0'] =
    /GMT([+-]\d{2}):(\d{2})/.exec(name ?? '') ?? [];
  return Number(hours) * hour + Number(minutes) * minute;
}

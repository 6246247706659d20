import type { SlaContract } from '@atrium/plugin-slo-common';
import { monthAt } from './monthDays';

/** The months that an agreement holds in, up to that of an instant. */
export function contractMonths(
  { validFrom, validTo, timeZone }: SlaContract,
  now: Date,
): string[] {
  const present = monthAt(now, timeZone);
  const last = validTo?.slice(0, 7) ?? present;
  const end = last < present ? last : present;
  const months: string[] = [];
  for (let month = validFrom.slice(0, 7); month <= end; ) {
    months.push(month);
    const [year, number] = month.split('-').map(Number);
    month = new Date(Date.UTC(year, number)).toISOString().slice(0, 7);
  }
  return months;
}

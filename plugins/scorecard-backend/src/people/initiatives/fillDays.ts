import type { InitiativeDetails } from '@atrium/plugin-scorecard-common';

const DAY_MS = 86_400_000;

/**
 * Adds the days on which nothing was measured, with the figure of the day before.
 *
 * @param days - in order
 */
export function fillDays(
  days: InitiativeDetails['burnDown'],
): InitiativeDetails['burnDown'] {
  return days.flatMap((day, index) => {
    const next = days[index + 1]?.at ?? day.at;
    const count = (Date.parse(next) - Date.parse(day.at)) / DAY_MS;
    return Array.from({ length: Math.max(1, count) }, (_, offset) => ({
      at: new Date(Date.parse(day.at) + offset * DAY_MS)
        .toISOString()
        .slice(0, 10),
      remaining: day.remaining,
    }));
  });
}

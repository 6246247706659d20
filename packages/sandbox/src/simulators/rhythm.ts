import { noise } from './noise.ts';

/** When a service is used: by customers, by offices, in shifts, or always. */
export type Rhythm = 'shop' | 'office' | 'shifts' | 'always';

const minutesPerDay = 1_440;

/** How busy each hour of UTC is; about 1 on average. */
const hours: Record<Rhythm, readonly number[]> = {
  shop: [
    0.25, 0.18, 0.14, 0.14, 0.18, 0.35, 0.65, 0.95, 1.2, 1.4, 1.5, 1.5, 1.45,
    1.4, 1.4, 1.4, 1.45, 1.55, 1.7, 1.75, 1.55, 1.1, 0.7, 0.4,
  ],
  office: [
    0.15, 0.12, 0.12, 0.12, 0.2, 0.6, 1.3, 2, 2.2, 2.2, 2.1, 1.8, 1.9, 2.1, 2,
    1.7, 1.1, 0.7, 0.5, 0.4, 0.3, 0.25, 0.2, 0.16,
  ],
  // The warehouses work from 04:00 to 21:00; nobody prints a label at night.
  shifts: [
    0, 0, 0, 0, 0.6, 1.4, 1.7, 1.7, 1.6, 1.6, 1.5, 1.2, 1.4, 1.6, 1.6, 1.6, 1.5,
    1.4, 1.2, 1, 0.4, 0, 0, 0,
  ],
  always: Array.from({ length: 24 }, () => 1),
};

const weekend: Record<Rhythm, number> = {
  shop: 0.75,
  office: 0.3,
  shifts: 0.5,
  always: 1,
};

/** How busy a minute is, compared with the mean: the day, the week, chance. */
export function busyness(rhythm: Rhythm, minute: number, seed: number): number {
  const day = Math.floor(minute / minutesPerDay);
  const hour = (minute % minutesPerDay) / 60;
  const before = Math.floor(hour);
  const share = hour - before;
  const curve = hours[rhythm];
  const ofDay = curve[before] * (1 - share) + curve[(before + 1) % 24] * share;
  // The first of January 1970 was a Thursday.
  const weekday = (day + 4) % 7;
  const ofWeek = weekday === 0 || weekday === 6 ? weekend[rhythm] : 1;
  const chance =
    (0.92 + 0.16 * noise(seed, day)) * (0.9 + 0.2 * noise(seed + 1, minute));
  return ofDay * ofWeek * chance;
}

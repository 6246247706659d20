import { inLanguage } from '@atrium/common';

const UNITS = [
  { unit: 'day', minutes: 1_440 },
  { unit: 'hour', minutes: 60 },
  { unit: 'minute', minutes: 1 },
] as const;

const UNIT_WORDS = {
  day: { en: ['day', 'days'], de: ['Tag', 'Tage'] },
  hour: { en: ['hour', 'hours'], de: ['Stunde', 'Stunden'] },
  minute: { en: ['minute', 'minutes'], de: ['Minute', 'Minuten'] },
};

/** Below this many of a unit the next smaller one says more. */
const FEW = 2;

/** A length of time as so many of one unit; at least one minute. */
export function durationParts(minutes: number): {
  unit: 'day' | 'hour' | 'minute';
  count: number;
} {
  const { unit, minutes: length } =
    UNITS.find(
      one =>
        minutes >= FEW * one.minutes ||
        (minutes >= one.minutes && minutes % one.minutes === 0),
    ) ?? UNITS[2];
  return { unit, count: Math.max(1, Math.floor(minutes / length)) };
}

/**
 * A length of time in one unit, as one says it: `2 days`, `36 hours`,
 * `5 minutes`.
 *
 * @param minutes - at least one is said
 */
export function durationWords(minutes: number): string {
  const { unit, count } = durationParts(minutes);
  const [one, many] = inLanguage(UNIT_WORDS[unit]);
  return `${count} ${count === 1 ? one : many}`;
}

/** A time that ends now: `last hour`, `last 5 minutes`. */
export function lastWords(minutes: number): string {
  const words = durationWords(minutes).replace(/^1 /, '');
  return inLanguage({
    en: `last ${words}`,
    de: words === 'Tag' ? `letzter ${words}` : `letzte ${words}`,
  });
}

import { inLanguage } from '@atrium/common';

const UNITS = [
  { words: { en: ['day', 'days'], de: ['Tag', 'Tage'] }, minutes: 1_440 },
  { words: { en: ['hour', 'hours'], de: ['Stunde', 'Stunden'] }, minutes: 60 },
  {
    words: { en: ['minute', 'minutes'], de: ['Minute', 'Minuten'] },
    minutes: 1,
  },
];

/** Below this many of a unit the next smaller one says more. */
const FEW = 2;

/**
 * A length of time in one unit, as one says it: `2 days`, `36 hours`,
 * `5 minutes`.
 *
 * @param minutes - at least one is said
 */
export function durationWords(minutes: number): string {
  const unit =
    UNITS.find(
      ({ minutes: length }) =>
        minutes >= FEW * length ||
        (minutes >= length && minutes % length === 0),
    ) ?? UNITS[2];
  const count = Math.max(1, Math.floor(minutes / unit.minutes));
  const [one, many] = inLanguage(unit.words);
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

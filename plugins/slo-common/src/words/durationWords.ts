const UNITS = [
  { name: 'day', minutes: 1_440 },
  { name: 'hour', minutes: 60 },
  { name: 'minute', minutes: 1 },
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
  return `${count} ${unit.name}${count === 1 ? '' : 's'}`;
}

/** A time that ends now: `last hour`, `last 5 minutes`. */
export function lastWords(minutes: number): string {
  return `last ${durationWords(minutes).replace(/^1 /, '')}`;
}

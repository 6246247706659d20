const NICE = [1, 2, 2.5, 5, 10];
const STEPS = 4;

/**
 * Where the axis of values is marked: at round numbers counted from its upper
 * end, down to the first one that is as low as the values go.
 */
export function toValueTicks([low, high]: [number, number]): number[] {
  const rough = Math.max((high - low) / STEPS, Number.EPSILON);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (NICE.find(nice => nice * power >= rough) ?? 10);
  const count = Math.ceil((high - low) / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) =>
    // Floating point makes 0.997 of 1 less three times 0.001 only nearly.
    Number((high - (count - index) * step).toPrecision(12)),
  );
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Steps, in seconds, that a clock or a calendar would take. */
const DURATION_STEPS = [
  ...[1, 2, 5, 10, 15, 30],
  ...[1, 2, 5, 10, 15, 30].map(minutes => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map(hours => hours * HOUR),
  ...[1, 2, 7, 14, 28].map(days => days * DAY),
];

/**
 * Where an axis that begins at nothing is marked.
 *
 * @param high - the highest value
 * @param options - `isDuration` where values are seconds
 */
export function toTicksFromZero(
  high: number,
  options: { isDuration?: boolean } = {},
): number[] {
  if (high <= 0) {
    return [0, 1];
  }
  const rough = high / STEPS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step =
    (options.isDuration &&
      DURATION_STEPS.find(seconds => rough > 1 && seconds >= rough)) ||
    power * (NICE.find(nice => nice * power >= rough) ?? 10);
  const count = Math.ceil(high / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) =>
    Number((index * step).toPrecision(12)),
  );
}

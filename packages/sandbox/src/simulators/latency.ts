/** Upper bounds of the histogram buckets, in seconds; the last is infinite. */
export const bucketBounds = [
  0.005,
  0.01,
  0.02,
  0.05,
  0.1,
  0.15,
  0.25,
  0.3,
  0.5,
  1,
  1.5,
  2.5,
  5,
  10,
  30,
  60,
  Infinity,
];

/** How many of all answers take no longer than a bound: a log-normal. */
export function shareWithin(
  bound: number,
  { medianSeconds, spread }: { medianSeconds: number; spread: number },
): number {
  if (bound === Infinity) {
    return 1;
  }
  return normalShare(Math.log(bound / medianSeconds) / spread);
}

/** The mean of that log-normal. */
export function meanSeconds(route: {
  medianSeconds: number;
  spread: number;
}): number {
  return route.medianSeconds * Math.exp(route.spread ** 2 / 2);
}

/** The share of a standard normal below z; Abramowitz and Stegun 26.2.17. */
function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const tail =
    density *
    t *
    (0.31938153 +
      t *
        (-0.356563782 +
          t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z >= 0 ? 1 - tail : tail;
}

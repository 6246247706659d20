export interface Spread {
  median: number;
  /** The quartiles, between which half of the values lie. */
  lower: number;
  upper: number;
}

/** The middle and the spread of some values. */
export function summarise(values: number[]): Spread {
  return {
    median: quantile(values, 0.5),
    lower: quantile(values, 0.25),
    upper: quantile(values, 0.75),
  };
}

/** Interpolates between the two nearest values. */
export function quantile(values: number[], share: number): number {
  if (values.length === 0) {
    throw new Error('There is no quantile of nothing');
  }
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const above = Math.ceil(position);
  return sorted[below] + (sorted[above] - sorted[below]) * (position - below);
}

export interface Ratio {
  median: number;
  /** The range in which it lies with 95 % confidence, by bootstrap. */
  lower: number;
  upper: number;
}

/**
 * How many times the one the other is, as the median over pairs that were
 * measured next to each other: a machine that is busy for a while slows both
 * halves of a pair.
 */
export function ratioOfPairs(
  numerators: number[],
  denominators: number[],
): Ratio {
  const ratios = numerators.map((value, index) => value / denominators[index]);
  return {
    median: quantile(ratios, 0.5),
    ...interval(random => quantile(resample(ratios, random), 0.5)),
  };
}

/**
 * The range in which the ratio of the medians lies with 95 % confidence, by
 * bootstrap.
 */
export function ratioInterval(
  numerators: number[],
  denominators: number[],
): { lower: number; upper: number } {
  return interval(
    random =>
      quantile(resample(numerators, random), 0.5) /
      quantile(resample(denominators, random), 0.5),
  );
}

const RESAMPLES = 2_000;

/** The same estimate always gives the same range. */
function interval(estimate: (random: () => number) => number): {
  lower: number;
  upper: number;
} {
  const random = createRandom(1);
  const estimates = Array.from({ length: RESAMPLES }, () => estimate(random));
  return {
    lower: quantile(estimates, 0.025),
    upper: quantile(estimates, 0.975),
  };
}

function resample(values: number[], random: () => number): number[] {
  return values.map(() => values[Math.floor(random() * values.length)]);
}

/** A linear congruential generator with the constants of Numerical Recipes. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

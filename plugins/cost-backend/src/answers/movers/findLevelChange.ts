/** So many days make a level. */
const MIN_DAYS = 2;
/** A new level explains at least this part of how days differ. */
const MIN_EXPLAINED = 0.6;

/**
 * From which day on something costs on a new level: where two means, before and
 * after, explain most of how its days differ.
 *
 * @param values - of one day after the other
 * @returns the index of the first day on the new level; `undefined` where none
 * stands out
 */
export function findLevelChange(values: readonly number[]): number | undefined {
  const all = spreadOf(values);
  if (all === 0) {
    return undefined;
  }
  let best: { index: number; spread: number } | undefined;
  for (let index = MIN_DAYS; index <= values.length - MIN_DAYS; index++) {
    const spread =
      spreadOf(values.slice(0, index)) + spreadOf(values.slice(index));
    if (!best || spread < best.spread) {
      best = { index, spread };
    }
  }
  return best && 1 - best.spread / all >= MIN_EXPLAINED
    ? best.index
    : undefined;
}

/** The sum of squared differences from the mean. */
function spreadOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

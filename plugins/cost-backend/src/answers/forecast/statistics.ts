/** Of normally spread values, the standard deviation is so many MADs. */
const SIGMA_PER_MAD = 1.4826;

/** The middle value; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) {
    return 0;
  }
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How far values are spread, whatever a few of them do: by the median deviation. */
export function robustSigma(values: readonly number[]): number {
  const middle = median(values);
  return SIGMA_PER_MAD * median(values.map(value => Math.abs(value - middle)));
}

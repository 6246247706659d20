/**
 * Where the axis of a chart of ratios begins: with room for twice the allowed
 * failures, or for the worst that there was.
 */
export function lowestShown(
  ratios: (number | undefined)[],
  target: number,
): number {
  const worst = Math.min(1, ...ratios.flatMap(ratio => ratio ?? []));
  const lowest = Math.min(1 - 2 * (1 - target), worst - (1 - target) / 2);
  return Math.max(0, lowest);
}

/**
 * The percentile of sorted numbers, interpolated between neighbours as
 * `percentile_cont` of SQL does. Undefined without any number.
 */
export function percentile(
  sorted: ArrayLike<number>,
  fraction: number,
): number | undefined {
  if (sorted.length === 0) {
    return undefined;
  }
  const position = (sorted.length - 1) * fraction;
  const below = Math.floor(position);
  const above = Math.ceil(position);
  return sorted[below] + (sorted[above] - sorted[below]) * (position - below);
}

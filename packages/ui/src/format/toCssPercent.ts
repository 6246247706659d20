/**
 * A part of a length, for styles: `0.5` is `50%`. What people read is written by
 * `formatPercent`.
 */
export function toCssPercent(ratio: number): string {
  return `${ratio * 100}%`;
}

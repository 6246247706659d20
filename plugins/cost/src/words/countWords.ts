import { formatNumber } from '@atrium/ui';

/** A count with its noun: `1 row`, `12 rows`. */
export function countWords(
  count: number,
  noun: string,
  plural = `${noun}s`,
): string {
  return `${formatNumber(count)} ${count === 1 ? noun : plural}`;
}

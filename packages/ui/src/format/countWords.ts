import { formatNumber } from '@atrium/common';

/** A count with its noun: `1 check`, `12 checks`. */
export function countWords(count: number, noun: string): string {
  return `${formatNumber(count)} ${count === 1 ? noun : `${noun}s`}`;
}

import { formatShare } from './ratioWords';

/** How much of the time was measured. */
export function coverageWords(coverage: number): string {
  if (coverage === 0) {
    return 'Not measured';
  }
  return coverage >= 1
    ? 'Measured all the time'
    : `Measured ${formatShare(coverage)} of the time`;
}

import { formatShare, inLanguage } from '@atrium/common';

/** How much of the time was measured. */
export function coverageWords(coverage: number): string {
  if (coverage === 0) {
    return inLanguage({ en: 'Not measured', de: 'Nicht gemessen' });
  }
  return coverage >= 1
    ? inLanguage({ en: 'Measured all the time', de: 'Durchgehend gemessen' })
    : inLanguage({
        en: `Measured ${formatShare(coverage)} of the time`,
        de: `${formatShare(coverage)} der Zeit gemessen`,
      });
}

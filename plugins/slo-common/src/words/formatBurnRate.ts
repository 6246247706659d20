import { perLanguage } from '@atrium/common';

const numberFormat = perLanguage(
  ({ numbers }) =>
    new Intl.NumberFormat(numbers, { maximumSignificantDigits: 3 }),
);
const smallNumberFormat = perLanguage(
  ({ numbers }) =>
    new Intl.NumberFormat(numbers, { maximumSignificantDigits: 2 }),
);

/** How many times as fast as allowed: `14.4×`, `0.93×`. */
export function formatBurnRate(burnRate: number): string {
  const format = burnRate < 1 ? smallNumberFormat() : numberFormat();
  return `${format.format(burnRate)}×`;
}

import { perLanguage } from '@atrium/common';

const numberFormat = perLanguage(
  ({ numbers }) =>
    new Intl.NumberFormat(numbers, { maximumSignificantDigits: 3 }),
);
const smallNumberFormat = perLanguage(
  ({ numbers }) =>
    new Intl.NumberFormat(numbers, { maximumSignificantDigits: 2 }),
);

/** A burn rate with as many digits as {@link formatBurnRate} writes of it. */
export function roundBurnRate(burnRate: number): number {
  return Number(burnRate.toPrecision(burnRate < 1 ? 2 : 3));
}

/** How many times as fast as allowed: `14.4×`, `0.93×`. */
export function formatBurnRate(burnRate: number): string {
  const format = burnRate < 1 ? smallNumberFormat() : numberFormat();
  return `${format.format(burnRate)}×`;
}

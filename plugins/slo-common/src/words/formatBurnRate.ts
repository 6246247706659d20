const NUMBER = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const SMALL_NUMBER = new Intl.NumberFormat('en', {
  maximumSignificantDigits: 2,
});

/** How many times as fast as allowed: `14.4×`, `0.93×`. */
export function formatBurnRate(burnRate: number): string {
  return `${(burnRate < 1 ? SMALL_NUMBER : NUMBER).format(burnRate)}×`;
}

import { perLanguage } from '@atrium/common';
import { t } from '../translation';

const amountFormat = perLanguage(
  ({ numbers }) =>
    new Intl.NumberFormat(numbers, {
      maximumFractionDigits: 3,
      useGrouping: false,
    }),
);

const BYTE_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
const STEP = 1024;

/** An amount of processor time: `0.25 cores`, `1 core`. */
export function formatCores(cores: number): string {
  const rounded = round(cores);
  return t('formatAmount.cores', {
    count: rounded,
    amount: amountFormat().format(rounded),
  });
}

/** An amount of memory as Kubernetes counts it: `768 MiB`, `1.5 GiB`. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= STEP && unit < BYTE_UNITS.length - 1) {
    value /= STEP;
    unit += 1;
  }
  return `${amountFormat().format(round(value))} ${BYTE_UNITS[unit]}`;
}

/** Three digits from one on, and three decimals below: what one can compare. */
function round(value: number): number {
  if (value >= 100) {
    return Math.round(value);
  }
  return Number(value >= 1 ? value.toPrecision(3) : value.toFixed(3));
}

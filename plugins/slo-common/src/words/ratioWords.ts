import { perLanguage } from '@atrium/common';

const MAX_DIGITS = 7;
const MIN_DIGITS = 2;

const percentFormat = perLanguage(
  ({ numbers }) =>
    new Intl.NumberFormat(numbers, {
      style: 'percent',
      maximumFractionDigits: MAX_DIGITS,
    }),
);

/** A target with all its digits: `0.9995` is `99.95%`. */
export function formatTarget(target: number): string {
  return toPercent(trim((target * 100).toFixed(MAX_DIGITS)));
}

/**
 * An SLI with one digit more than its target, cut and not rounded: a service
 * that misses its target must not look as if it kept it, or as perfect.
 */
export function formatSli(sli: number, target: number): string {
  const targetDigits =
    trim((target * 100).toFixed(MAX_DIGITS)).split('.')[1]?.length ?? 0;
  const digits = Math.max(MIN_DIGITS, targetDigits + 1);
  return toPercent(trim(cut(sli * 100, digits)));
}

/** A number of percent as the language writes it: `99.95%`, `99,95 %`. */
function toPercent(percent: string): string {
  // Moved by two digits as a text: divided by 100, it would lose its last ones.
  return percentFormat().format(`${Number(percent)}e-2` as `${number}`);
}

function cut(value: number, digits: number): string {
  const scale = 10 ** digits;
  // Floating point makes 99.9 of 0.999 times 100 only nearly.
  const scaled = Number((value * scale).toFixed(4));
  return (Math.floor(scaled) / scale).toFixed(digits);
}

function trim(number: string): string {
  return number.includes('.') ? number.replace(/\.?0+$/, '') : number;
}

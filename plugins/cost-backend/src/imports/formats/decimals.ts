const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,4}))?$/;
/** What is in use: most amounts have neither an exponent nor too many digits. */
const PLAIN = /^-?\d{1,18}(?:\.\d{1,40})?$/;
const MAX_WHOLE_DIGITS = 20;
const MAX_DECIMALS = 60;

/** Why a text is no amount that can be kept. */
export type DecimalProblem = 'not-a-decimal' | 'out-of-range';

/** A decimal without an exponent, or why there is none. */
export type ParsedDecimal = { value: string } | { problem: DecimalProblem };

/**
 * Reads the numeric format of FOCUS: digits with a point, and an exponent where it
 * has one. At most 20 digits are before the point and 60 behind it, so that what
 * is kept is exactly what was read.
 */
export function parseDecimal(text: string): ParsedDecimal {
  if (PLAIN.test(text)) {
    return { value: text };
  }
  const match = DECIMAL.exec(text);
  if (!match) {
    return { problem: 'not-a-decimal' };
  }
  const [, sign, whole = '', decimals = '', exponent = '0'] = match;
  const shift = Number(exponent);
  const digits = (whole + decimals).replace(/^0+/, '');
  if (digits === '') {
    return { value: '0' };
  }
  const trimmed = digits.replace(/0+$/, '');
  const scale = decimals.length - shift - (digits.length - trimmed.length);
  if (scale > MAX_DECIMALS || trimmed.length - scale > MAX_WHOLE_DIGITS) {
    return { problem: 'out-of-range' };
  }
  return { value: sign + place(trimmed, scale) };
}

/** Whether a decimal, as {@link parseDecimal} answers it, is below zero. */
export function isBelowZero(decimal: string): boolean {
  return decimal.startsWith('-') && /[1-9]/.test(decimal);
}

function place(digits: string, scale: number): string {
  if (scale <= 0) {
    return digits + '0'.repeat(-scale);
  }
  const padded = digits.padStart(scale + 1, '0');
  return `${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

/** Adds decimals up exactly. */
export class DecimalSum {
  /** The digits of all that have so many decimals. */
  readonly #byScale = new Map<number, bigint>();

  add(decimal: string): void {
    const point = decimal.indexOf('.');
    const scale = point < 0 ? 0 : decimal.length - point - 1;
    const digits =
      point < 0 ? decimal : decimal.slice(0, point) + decimal.slice(point + 1);
    this.#byScale.set(scale, (this.#byScale.get(scale) ?? 0n) + BigInt(digits));
  }

  /** The sum, without zeros at its end. */
  toString(): string {
    const scale = Math.max(0, ...this.#byScale.keys());
    let digits = 0n;
    for (const [other, part] of this.#byScale) {
      digits += part * 10n ** BigInt(scale - other);
    }
    const text = place(String(digits < 0n ? -digits : digits), scale);
    const short = scale > 0 ? text.replace(/\.?0+$/, '') : text;
    return digits < 0n ? `-${short}` : short;
  }
}

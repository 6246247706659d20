/** How exactly a target is kept: nine digits after the point. */
export const PARTS_PER_BILLION = 1_000_000_000;

/**
 * Turns a decimal such as 0.9995 into a whole number of parts per billion, so
 * that what is computed from it stays exact; `undefined` when it has more than
 * nine digits after the point.
 */
export function toPartsPerBillion(value: number): number | undefined {
  return toWholeParts(value, 9);
}

/** The same for a percentage: 99.95 is 999,500,000 parts per billion. */
export function percentToPartsPerBillion(percent: number): number | undefined {
  return toWholeParts(percent, 7);
}

/** Turns parts per billion back into the decimal they were written as. */
export function fromPartsPerBillion(partsPerBillion: number): number {
  return partsPerBillion / PARTS_PER_BILLION;
}

function toWholeParts(value: number, digits: number): number | undefined {
  // The number nearest to the decimal is what was written, if it reads back.
  const decimal = value.toFixed(digits);
  return Number(decimal) === value
    ? Number(decimal.replace('.', ''))
    : undefined;
}

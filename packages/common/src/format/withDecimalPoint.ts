const WITH_COMMA = /^[+-]?\d*,\d+$/;

/**
 * A number as somebody typed it, with a point where they put a comma before its
 * decimals: `99,9` is `99.9`. Spaces around it are left out, and anything else stays
 * as it is typed.
 *
 * @remarks
 * `1,250` becomes `1.250`. Where it could be meant as more than a thousand the caller
 * refuses it.
 */
export function withDecimalPoint(typed: string): string {
  const text = typed.trim();
  return WITH_COMMA.test(text) ? text.replace(',', '.') : text;
}

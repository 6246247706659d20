import { isObject } from './mergeKeys.ts';
import type { Json, JsonObject } from './mergeKeys.ts';

const suffixes: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** Reads a quantity such as `250m` or `512Mi`; undefined when it is none. */
export function parseQuantity(
  quantity: string | number | undefined,
): number | undefined {
  const [, number, suffix] =
    /^([0-9.]+)([A-Za-z]{0,2})$/.exec(String(quantity ?? '')) ?? [];
  const factor = suffixes[suffix];
  return number === undefined || factor === undefined
    ? undefined
    : Number(number) * factor;
}

/** Maps of quantities, wherever they are in an object. */
const quantityMaps = new Set(['capacity', 'hard', 'limits', 'requests']);

/** An object whose quantities are strings as the API server writes them. */
export function withCanonicalQuantities(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([field, value]) => [
      field,
      quantityMaps.has(field) && isObject(value)
        ? mapValues(value, canonicalQuantity)
        : canonicalizeInside(value),
    ]),
  );
}

function canonicalizeInside(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) {
    return value.map(item =>
      isObject(item) ? withCanonicalQuantities(item) : item,
    );
  }
  return isObject(value) ? withCanonicalQuantities(value) : value;
}

function mapValues(
  object: JsonObject,
  change: (value: Json | undefined) => Json | undefined,
): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([field, value]) => [field, change(value)]),
  );
}

/** `1` for 1 and `1000m`, `1536Mi` for `1.5Gi`; what is no quantity stays. */
export function canonicalQuantity(
  quantity: Json | undefined,
): Json | undefined {
  if (typeof quantity !== 'string' && typeof quantity !== 'number') {
    return quantity;
  }
  const value = parseQuantity(quantity);
  if (value === undefined) {
    return quantity;
  }
  if (value === 0) {
    return '0';
  }
  const isBinary = /i$/.test(String(quantity)) && Number.isInteger(value);
  const unit = Object.entries(suffixes)
    .filter(([suffix]) => suffix.endsWith('i') === isBinary || suffix === '')
    .sort(([, a], [, b]) => b - a)
    .find(([, factor]) => isWhole(value / factor));
  return unit ? `${Math.round(value / unit[1])}${unit[0]}` : String(quantity);
}

/** As far as fractions can be told from what computers make of them. */
function isWhole(amount: number): boolean {
  return amount >= 1 && Math.abs(amount - Math.round(amount)) < 1e-6;
}

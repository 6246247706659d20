const DECIMAL: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
};

const BINARY: Record<string, number> = {
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

const QUANTITY =
  /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([eE][+-]?\d+)|([a-zA-Z]{0,2}))$/;

/**
 * Reads a quantity of Kubernetes, such as `250m` cores or `512Mi` bytes, as a
 * number. Undefined when it is none.
 */
export function parseQuantity(
  quantity: string | number | null | undefined,
): number | undefined {
  const [, number, exponent, suffix = ''] =
    QUANTITY.exec(String(quantity ?? '')) ?? [];
  if (number === undefined) {
    return undefined;
  }
  if (exponent) {
    return Number(`${number}${exponent}`);
  }
  const factor = DECIMAL[suffix] ?? BINARY[suffix];
  return factor === undefined ? undefined : Number(number) * factor;
}

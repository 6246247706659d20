/** The least number that is a multiple of both, which are greater than zero. */
export function commonMultiple(one: number, other: number): number {
  // In whole numbers, since steps such as 0.1 have no exact binary form.
  const scale = 10 ** Math.max(countDecimals(one), countDecimals(other));
  const [a, b] = [Math.round(one * scale), Math.round(other * scale)];
  const multiple = ((a / commonDivisor(a, b)) * b) / scale;
  return Number.isFinite(multiple) ? multiple : Math.max(one, other);
}

function commonDivisor(one: number, other: number): number {
  let [a, b] = [one, other];
  while (b > 0) {
    [a, b] = [b, a % b];
  }
  return a;
}

function countDecimals(value: number): number {
  const [digits, exponent = '0'] = String(value).split('e');
  const decimals = digits.split('.').at(1)?.length ?? 0;
  return Math.max(0, decimals - Number(exponent));
}

import { createHash } from 'node:crypto';

/** The letters Kubernetes uses in generated names: no vowels, no lookalikes. */
const nameAlphabet = 'bcdfghjklmnpqrstvwxz2456789';

/** A number from 0 up to, but not including, 1 that depends on the text only. */
export function seededFraction(text: string): number {
  const digest = createHash('sha256').update(text).digest();
  return digest.readUIntBE(0, 6) / 2 ** 48;
}

/** A whole number between both bounds, which are included. */
export function seededInteger(
  text: string,
  minimum: number,
  maximum: number,
): number {
  return minimum + Math.floor(seededFraction(text) * (maximum - minimum + 1));
}

/** The random-looking end of a generated name, for example `x7k2p`. */
export function seededSuffix(text: string, length = 5): string {
  const digest = createHash('sha256').update(`suffix:${text}`).digest();
  let suffix = '';
  for (let index = 0; index < length; index += 1) {
    suffix += nameAlphabet[digest[index] % nameAlphabet.length];
  }
  return suffix;
}

export function seededHex(text: string, length = 64): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

export function seededUid(text: string): string {
  const hex = seededHex(`uid:${text}`, 32);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

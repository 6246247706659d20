import { hkdfSync } from 'node:crypto';

const ALPHABET =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

const LENGTH = 32;

/** The largest multiple of 62 in a byte: what is above would favour some. */
const FAIR_BYTES = 248;

/** Of 128 bytes, fewer than 32 are fair once in more than 10^60 passwords. */
const DERIVED_BYTES = 128;

/**
 * The password of a name by HKDF (RFC 5869, SHA-256): the same seed and name
 * always give the same 32 characters of `A-Za-z0-9`, 190 bits.
 */
export function derivePassword(seed: Uint8Array, name: string): string {
  const bytes = new Uint8Array(
    hkdfSync('sha256', seed, '', `atrium password ${name}`, DERIVED_BYTES),
  );
  const characters = [...bytes]
    .filter(byte => byte < FAIR_BYTES)
    .slice(0, LENGTH)
    .map(byte => ALPHABET[byte % ALPHABET.length]);
  if (characters.length < LENGTH) {
    throw new Error('The seed gave too few characters for a password');
  }
  return characters.join('');
}

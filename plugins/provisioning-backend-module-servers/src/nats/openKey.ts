import { fromSeed, type KeyPair } from '@nats-io/nkeys';
import { createPrivateKey, sign } from 'node:crypto';
import { fromBase32 } from './base32';

/** What comes before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8_HEADER = Buffer.from('302e020100300506032b657004220420', 'hex');
/** Two bytes that say what it is the seed of. */
const PREFIX_BYTES = 2;
const SEED_BYTES = 32;

/**
 * The key of a seed, such as `SU…`. It signs by OpenSSL, as the library signs in
 * JavaScript and derives the public key each time it is asked for.
 */
export function openKey(seed: string): KeyPair {
  const key = fromSeed(new TextEncoder().encode(seed));
  const publicKey = key.getPublicKey();
  const raw = fromBase32(seed).subarray(
    PREFIX_BYTES,
    PREFIX_BYTES + SEED_BYTES,
  );
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8_HEADER, raw]),
    format: 'der',
    type: 'pkcs8',
  });
  return Object.assign(key, {
    getPublicKey: () => publicKey,
    sign: (data: Uint8Array) => new Uint8Array(sign(null, data, privateKey)),
  });
}

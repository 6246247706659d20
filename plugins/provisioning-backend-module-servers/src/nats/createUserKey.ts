import type { KeyPair } from '@nats-io/nkeys';
import { createHash } from 'node:crypto';
import { toBase32 } from './base32';
import { openKey } from './openKey';

/** `SU` in base 32: the seed of a user. */
const USER_SEED = [0x95, 0x00];

/**
 * The key of a user that belongs to a password: the same one each time, so that
 * making it twice is making it once.
 */
export function createUserKey(password: string): KeyPair {
  const hash = createHash('sha256').update(`nats user ${password}`).digest();
  const content = Buffer.concat([Buffer.from(USER_SEED), hash]);
  const check = Buffer.alloc(2);
  check.writeUInt16LE(crc16(content));
  return openKey(toBase32(Buffer.concat([content, check])));
}

/** CRC-16/XMODEM, which ends each key of NATS. */
function crc16(data: Uint8Array): number {
  let crc = 0;
  for (const byte of data) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1;
    }
    crc &= 0xffff;
  }
  return crc;
}

import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject } from '@backstage/types';

const KEY_ID = 'test';

/** Makes tokens that the portal must refuse out of one that it issued. */
export class TokenForge {
  /** The key that the portal signs by, as an item of its key store's config. */
  readonly keyConfig: JsonObject;
  readonly #privateKey: KeyObject;

  private constructor(privateKey: KeyObject, keyConfig: JsonObject) {
    this.#privateKey = privateKey;
    this.keyConfig = keyConfig;
  }

  /** Makes the key, and writes it to a folder. */
  static async create(folder: string): Promise<TokenForge> {
    const { publicKey, privateKey } = createKeys();
    const publicKeyFile = join(folder, 'public.pem');
    const privateKeyFile = join(folder, 'private.pem');
    await writeFile(
      publicKeyFile,
      publicKey.export({ type: 'spki', format: 'pem' }),
    );
    await writeFile(
      privateKeyFile,
      privateKey.export({ type: 'pkcs8', format: 'pem' }),
    );
    return new TokenForge(privateKey, {
      keyId: KEY_ID,
      publicKeyFile,
      privateKeyFile,
      algorithm: 'ES256',
    });
  }

  /** One token of each kind that there is no reason to trust. */
  forge(token: string): Record<string, string> {
    const [header, payload, signature] = token.split('.');
    const claims = decode(payload);
    const admin = { ...claims, sub: 'user:default/platform-admin' };
    return {
      tampered: [header, encode(admin), signature].join('.'),
      unsigned: [
        encode({ ...decode(header), alg: 'none' }),
        encode(admin),
        '',
      ].join('.'),
      'of a stranger': this.#sign(header, admin, createKeys().privateKey),
      expired: this.#sign(header, { ...claims, exp: Number(claims.iat) - 1 }),
      'for another audience': this.#sign(
        encode({ ...decode(header), typ: 'JWT' }),
        { ...claims, aud: 'elsewhere' },
      ),
    };
  }

  #sign(header: string, claims: JsonObject, key = this.#privateKey): string {
    const signed = `${header}.${encode(claims)}`;
    const signature = sign('sha256', Buffer.from(signed), {
      key,
      dsaEncoding: 'ieee-p1363',
    });
    return `${signed}.${signature.toString('base64url')}`;
  }
}

function createKeys() {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

function encode(part: JsonObject): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function decode(part: string): JsonObject {
  return JSON.parse(Buffer.from(part, 'base64url').toString());
}

import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { JWK } from 'oidc-provider';
import { writePrivateFile } from './JsonFileAdapter.ts';

export interface SigningKeys {
  jwks: { keys: JWK[] };
  cookieKeys: string[];
}

/**
 * Reads the keys of the identity provider, or makes them on the first start.
 *
 * @remarks
 * New keys would void every ID token and cookie, so they outlive the process.
 */
export function loadSigningKeys(file: string): SigningKeys {
  const existing = readKeys(file);
  if (existing) {
    chmodSync(file, 0o600);
    return existing;
  }
  const keys = generateKeys();
  mkdirSync(path.dirname(file), { recursive: true });
  writePrivateFile(file, JSON.stringify(keys, undefined, 2));
  return keys;
}

function generateKeys(): SigningKeys {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const parameters = privateKey.export({ format: 'jwk' });
  const kid = createHash('sha256')
    .update(String(parameters.n))
    .digest('base64url')
    .slice(0, 16);
  const key = {
    ...parameters,
    kty: 'RSA' as const,
    kid,
    use: 'sig',
    alg: 'RS256',
  };
  return {
    jwks: { keys: [key] },
    cookieKeys: [randomBytes(32).toString('base64url')],
  };
}

function readKeys(file: string): SigningKeys | undefined {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  try {
    const keys: Partial<SigningKeys> = JSON.parse(content);
    if (keys.jwks?.keys?.length && keys.cookieKeys?.length) {
      return { jwks: keys.jwks, cookieKeys: keys.cookieKeys };
    }
  } catch (error) {
    throw new Error(
      `The keys of the sample identity provider cannot be read from '${file}'. Delete the file to have new ones made.`,
      { cause: error },
    );
  }
  return undefined;
}

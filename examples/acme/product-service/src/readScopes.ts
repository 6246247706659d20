import { createPublicKey, verify, type KeyObject } from 'node:crypto';

const issuer = process.env.AUTH_ISSUER ?? 'https://auth.acme.example';
const KEYS_FRESH_MS = 5 * 60_000;

let keys: KeyObject[] = [];
let keysFetchedAtMs = -Infinity;

/**
 * The scopes of a service token. A request without a token has none, and a bad
 * token is an error, so that nobody believes to be signed in who is not.
 */
export async function readScopes(
  authorization: string | null,
): Promise<ReadonlySet<string>> {
  if (!authorization) {
    return new Set();
  }
  const token = authorization.replace(/^Bearer /, '');
  const [header, body, signature] = token.split('.');
  if (!header || !body || !signature) {
    throw new Error('Authorization is not a bearer token');
  }
  const signed = Buffer.from(`${header}.${body}`);
  const isGenuine = (await freshKeys()).some(key =>
    verify(null, signed, key, Buffer.from(signature, 'base64url')),
  );
  const claims: { aud?: string; exp?: number; scope?: string } = JSON.parse(
    Buffer.from(body, 'base64url').toString(),
  );
  const isCurrent = (claims.exp ?? 0) * 1000 > Date.now();
  if (!isGenuine || !isCurrent || claims.aud !== 'product-service') {
    throw new Error('Token is not valid here');
  }
  return new Set(claims.scope?.split(' '));
}

async function freshKeys(): Promise<KeyObject[]> {
  if (Date.now() - keysFetchedAtMs > KEYS_FRESH_MS) {
    const response = await fetch(`${issuer}/.well-known/jwks.json`);
    const keySet: { keys: { kty: string; crv: string; x: string }[] } =
      await response.json();
    keys = keySet.keys.map(key => createPublicKey({ key, format: 'jwk' }));
    keysFetchedAtMs = Date.now();
  }
  return keys;
}

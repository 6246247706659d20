import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, it } from 'node:test';
import { TokenVerifier } from '../src/server.ts';

const NOW = Date.UTC(2025, 10, 3, 9, 0, 0);
const { publicKey, privateKey } = generateKeyPairSync('ed25519');

function makeToken(change: Record<string, unknown> = {}): string {
  const claims = {
    iss: 'https://auth.acme.example',
    sub: 'usr_01J8Z3K5Q7',
    aud: 'cart-service',
    iat: NOW / 1000,
    exp: NOW / 1000 + 300,
    ...change,
  };
  const encode = (value: unknown) =>
    Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${encode({ alg: 'EdDSA' })}.${encode(claims)}`;
  const signature = sign(null, Buffer.from(signed), privateKey);
  return `${signed}.${signature.toString('base64url')}`;
}

function makeVerifier() {
  return new TokenVerifier({
    issuer: 'https://auth.acme.example',
    audience: 'cart-service',
    now: () => NOW,
    fetch: async () =>
      Response.json({ keys: [publicKey.export({ format: 'jwk' })] }),
  });
}

describe('TokenVerifier', () => {
  it('accepts a token of the gateway', async () => {
    const claims = await makeVerifier().verifyToken(makeToken());
    assert.equal(claims.sub, 'usr_01J8Z3K5Q7');
  });

  const refused: [string, string, RegExp][] = [
    ['another audience', makeToken({ aud: 'payment-service' }), /is for/],
    ['another issuer', makeToken({ iss: 'https://evil' }), /comes from/],
    ['an ended token', makeToken({ exp: NOW / 1000 }), /has ended/],
    ['a changed token', `${makeToken().slice(0, -8)}AAAAAAAA`, /signature/],
  ];
  for (const [name, token, message] of refused) {
    it(`refuses ${name}`, async () => {
      await assert.rejects(makeVerifier().verifyToken(token), message);
    });
  }
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SessionClient, SignedOutError } from '../src/SessionClient.ts';

const START = Date.UTC(2025, 10, 3, 9, 0, 0);

function makeToken(expiresAtMs: number): string {
  const claims = {
    iss: 'https://auth.acme.example',
    sub: 'usr_01J8Z3K5Q7',
    aud: 'cart-service',
    iat: START / 1000,
    exp: expiresAtMs / 1000,
  };
  const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `e30.${body}.c2ln`;
}

function setUp(answer: (url: string) => Response) {
  const calls: string[] = [];
  let nowMs = START;
  const client = new SessionClient({
    gatewayUrl: 'https://auth.acme.example',
    now: () => nowMs,
    fetch: async input => {
      calls.push(String(input));
      return answer(String(input));
    },
  });
  return { client, calls, advance: (ms: number) => (nowMs += ms) };
}

describe('SessionClient', () => {
  it('exchanges once for calls made at the same time', async () => {
    const { client, calls } = setUp(() =>
      Response.json({ token: makeToken(START + 300_000) }),
    );
    await Promise.all([
      client.getToken('cart-service'),
      client.getToken('cart-service'),
    ]);
    assert.equal(calls.length, 1);
  });

  it('replaces a token thirty seconds before its end', async () => {
    const { client, calls, advance } = setUp(() =>
      Response.json({ token: makeToken(START + 300_000) }),
    );
    await client.getToken('cart-service');
    advance(269_000);
    await client.getToken('cart-service');
    assert.equal(calls.length, 1);
    advance(1_000);
    await client.getToken('cart-service');
    assert.equal(calls.length, 2);
  });

  it('tells an ended session from a failure', async () => {
    const ended = setUp(() => new Response(undefined, { status: 401 }));
    await assert.rejects(ended.client.getToken('cart-service'), SignedOutError);
    const broken = setUp(() => new Response(undefined, { status: 503 }));
    await assert.rejects(broken.client.getToken('cart-service'), /status 503/);
  });

  it('asks for a new token once when a service answers 401', async () => {
    const { client, calls } = setUp(url =>
      url.startsWith('https://auth.acme.example')
        ? Response.json({ token: makeToken(START + 300_000) })
        : new Response(undefined, { status: 401 }),
    );
    const response = await client.fetch('cart-service', 'https://cart/v1');
    assert.equal(response.status, 401);
    assert.equal(calls.length, 4);
  });
});

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { findTestServers } from './findTestServers.ts';

async function listen() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(address && typeof address === 'object');
  return { server, port: address.port };
}

test('tells servers and programs that are there from those that are not', async () => {
  const there = await listen();
  const gone = await listen();
  gone.server.close();
  await once(gone.server, 'close');
  const redis = { name: 'redis', port: there.port };
  const nats = { name: 'nats', port: gone.port };
  try {
    const node = { name: 'node' };
    const none = { name: 'no-such-program' };
    assert.deepEqual(await findTestServers([redis, nats, node, none]), {
      found: [redis, node],
      missing: [nats, none],
    });
  } finally {
    there.server.close();
  }
});

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import {
  checkPortsAreFree,
  findFreePort,
  isPortFree,
  worldPorts,
} from './ports.ts';

test('all ports follow from the base port', () => {
  assert.deepEqual(worldPorts({ basePort: 7100, isDevelopment: false }), {
    portal: 7100,
    git: 7101,
    identity: 7102,
    kubernetes: 7103,
    postgres: 7104,
    metrics: 7106,
    app: 7100,
  });
  const development = { isDevelopment: true };
  assert.equal(worldPorts({ basePort: 7007, ...development }).app, 3000);
  assert.equal(worldPorts({ basePort: 7100, ...development }).app, 7105);
});

test('a taken port is named with what takes it and a way out', async context => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => server.close());
  const address = server.address();
  assert.ok(address && typeof address === 'object');
  const { port } = address;
  const free = await findFreePort();

  assert.equal(await isPortFree(port), false);
  assert.equal(await isPortFree(free), true);
  const ports = {
    portal: free,
    git: port,
    identity: free,
    kubernetes: free,
    postgres: free,
    metrics: free,
    app: free,
  };
  const command = { command: 'npm start', home: '/srv/atrium' };
  await assert.rejects(checkPortsAreFree(ports, command), error => {
    assert.ok(error instanceof Error && 'hint' in error);
    assert.match(
      error.message,
      new RegExp(
        `^Port ${port} \\(git host\\) is taken by .*pid ${process.pid}`,
      ),
    );
    assert.equal(
      error.hint,
      `Free it, or choose other ports: npm start -- --home /srv/atrium --port ${
        free + 100
      }`,
    );
    return true;
  });
});

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { PersonaSessions } from './PersonaSessions.ts';
import { PortalError } from './PortalApi.ts';

const { signal } = new AbortController();

/** A checkout whose launcher writes a line per sign-in, and a portal. */
async function startPortal(context: TestContext) {
  const root = await mkdtemp(path.join(tmpdir(), 'sessions-'));
  context.after(() => rm(root, { recursive: true, force: true }));
  const bin = path.join(root, 'packages/launcher/bin');
  await mkdir(bin, { recursive: true });
  const calls = path.join(root, 'calls');
  await writeFile(calls, '');
  const letIn = (isLetIn: boolean) =>
    writeFile(
      path.join(bin, 'atrium.mjs'),
      `import { appendFileSync } from 'node:fs';
      appendFileSync(${JSON.stringify(
        calls,
      )}, process.argv.slice(2, 4) + '\\n');
      ${isLetIn ? "console.log('token');" : 'process.exitCode = 1;'}`,
    );
  await letIn(true);
  const portal = { isReady: true };
  const server = createServer((_request, response) => {
    response.writeHead(portal.isReady ? 200 : 503).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  return {
    portal,
    letIn,
    listCalls: async () =>
      (await readFile(calls, 'utf8')).split('\n').filter(Boolean),
    sessions: new PersonaSessions({
      root,
      home: root,
      portalUrl: `http://127.0.0.1:${port}`,
    }),
  };
}

test('signs in once for all who ask, and not before the portal is ready', async t => {
  const { portal, sessions, listCalls } = await startPortal(t);
  portal.isReady = false;
  await assert.rejects(
    sessions.open('new-hire', signal),
    error => error instanceof PortalError && !error.isFinal,
  );
  assert.deepEqual(await listCalls(), []);

  portal.isReady = true;
  const [first, second] = await Promise.all([
    sessions.open('new-hire', signal),
    sessions.open('new-hire', signal),
  ]);
  assert.equal(first, second);
  assert.equal(await sessions.open('new-hire', signal), first);
  assert.deepEqual(await listCalls(), ['token,new-hire']);
});

test('waits twice as long after each sign-in that failed', async t => {
  t.mock.timers.enable({ apis: ['Date'] });
  const { letIn, sessions, listCalls } = await startPortal(t);
  await letIn(false);
  const isRefused = () =>
    assert.rejects(sessions.open('new-hire', signal), /cannot sign in yet/);
  await isRefused();
  await isRefused();
  assert.equal((await listCalls()).length, 1);
  t.mock.timers.tick(1_000);
  await isRefused();
  t.mock.timers.tick(1_999);
  await isRefused();
  assert.equal((await listCalls()).length, 2);
  t.mock.timers.tick(1);
  await letIn(true);
  await sessions.open('new-hire', signal);
  assert.equal((await listCalls()).length, 3);
});

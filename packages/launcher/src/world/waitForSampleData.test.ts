import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { waitForSampleData } from './waitForSampleData.ts';

test('sample data is there once the sandbox has told the portal the past', async context => {
  const statuses = [503, 503, 200];
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.statusCode = statuses.shift() ?? 503;
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => server.close());
  const address = server.address();
  assert.ok(address && typeof address === 'object');
  const gitUrl = `http://127.0.0.1:${address.port}`;

  assert.equal(await waitForSampleData({ gitUrl, timeoutSeconds: 10 }), true);
  assert.deepEqual(asked, ['/api/past', '/api/past', '/api/past']);
  // It does not wait for ever either.
  assert.equal(await waitForSampleData({ gitUrl, timeoutSeconds: 0.1 }), false);
});

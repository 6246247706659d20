import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { PortalApi, PortalError } from './PortalApi.ts';
import { PortalSlos } from '../sampleData/PortalSlos.ts';

const { signal } = new AbortController();
const details = {
  id: 'two',
  definition: { objectives: [{ id: 'objective-1', target: 0.99 }] },
};
const count = {
  series: 'slo:two/objective-1',
  minute: '2026-11-25T12:00:00.000Z',
  good: 1,
  total: 2,
};

test('lists all pages, pushes, and says whether to try again', async t => {
  const requests: { line: string; token?: string; body: string }[] = [];
  const answers: Record<string, [number, unknown]> = {
    'GET /api/slo/slos?limit=200': [200, { items: [], nextCursor: 'next' }],
    'GET /api/slo/slos?limit=200&cursor=next': [
      200,
      { items: [{ id: 'two', objectives: [], sourceTypes: [] }] },
    ],
    'GET /api/slo/slos/two': [200, details],
    'POST /api/slo/counts': [200, { unknownSeries: ['other'] }],
  };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) {
      body += chunk;
    }
    const line = `${request.method} ${request.url}`;
    requests.push({ line, token: request.headers.authorization, body });
    const [status, answer] = answers[line] ?? [404, {}];
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  const portal = new PortalSlos(
    new PortalApi({
      portalUrl: `http://127.0.0.1:${port}`,
      token: 'sandbox-slo',
    }),
  );

  assert.deepEqual(await portal.list(signal), [
    { id: 'two', definition: { objectives: [{ id: 'objective-1' }] } },
  ]);
  assert.deepEqual(await portal.push([count], signal), ['other']);
  const last = requests.at(-1);
  assert.equal(last?.token, 'Bearer sandbox-slo');
  assert.deepEqual(JSON.parse(last.body), { counts: [count] });

  for (const [status, isFinal] of [
    [403, true],
    [503, false],
  ] as const) {
    answers['POST /api/slo/counts'] = [status, {}];
    await assert.rejects(portal.push([count], signal), error => {
      assert.ok(error instanceof PortalError);
      assert.equal(error.message, `the portal answered ${status}`);
      assert.equal(error.isFinal, isFinal);
      assert.equal(error.status, status);
      return true;
    });
  }
});

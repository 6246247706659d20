import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { PortalApi } from '../portal/PortalApi.ts';
import { PortalValidator } from './PortalValidator.ts';

const { signal } = new AbortController();
const file = {
  location:
    'http://git.acme.example/acme/shop/src/branch/main/catalog-info.yaml',
  content: 'kind: Component\n',
};

async function startPortal(
  t: TestContext,
  answer: { status: number; body: unknown },
) {
  const received: unknown[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    received.push({
      path: request.url,
      authorization: request.headers.authorization,
      body: JSON.parse(Buffer.concat(chunks).toString()),
    });
    response.writeHead(answer.status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(answer.body));
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  return {
    received,
    validator: new PortalValidator(
      new PortalApi({
        portalUrl: `http://127.0.0.1:${port}`,
        token: 'sandbox-token',
      }),
    ),
  };
}

test('passes on what the portal finds', async t => {
  const finding = {
    severity: 'error',
    message: 'It names no owner.',
    advice: 'Name a team.',
    line: 1,
  };
  const { received, validator } = await startPortal(t, {
    status: 200,
    body: { isValid: false, findings: [finding] },
  });
  assert.deepEqual(await validator.validate(file, signal), [finding]);
  assert.deepEqual(received, [
    {
      path: '/api/catalog-health/validate',
      authorization: 'Bearer sandbox-token',
      body: file,
    },
  ]);
});

test('says why the portal does not say', async t => {
  const { validator } = await startPortal(t, { status: 503, body: {} });
  assert.equal(await validator.validate(file, signal), 'it answered 503');

  const nowhere = new PortalValidator(
    new PortalApi({ portalUrl: 'http://127.0.0.1:1', token: '' }),
  );
  assert.equal(typeof (await nowhere.validate(file, signal)), 'string');
});

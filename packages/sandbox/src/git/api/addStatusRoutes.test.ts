import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createTestGitHost } from '../__testUtils__/createTestGitHost.ts';
import type { TestGitHost } from '../__testUtils__/createTestGitHost.ts';

const repository = '/repos/acme/payment-service';
const status = {
  context: 'atrium/catalog',
  state: 'failure',
  description: 'catalog-info.yaml:2: <b>wrong</b>',
  target_url: 'http://localhost:7007/catalog-health',
};

let host: TestGitHost;
let sha: string;

before(async () => {
  host = await createTestGitHost();
  const { body } = await host.api(`${repository}/git/commits/main`);
  sha = String(body.sha);
});
after(() => host.close());

const post = (body: object, as?: string, commit = sha) =>
  host.api(`${repository}/statuses/${commit}`, { method: 'POST', as, body });

test('keeps the latest status of each context, over a restart', async () => {
  assert.equal((await post(status, 'atrium')).status, 201);
  assert.equal(
    (await post({ ...status, context: 'ci' }, 'atrium')).status,
    201,
  );
  assert.equal(
    (await post({ ...status, state: 'success' }, 'atrium')).status,
    201,
  );
  await host.restart();

  const { body } = await host.api(`${repository}/commits/main/status`);
  assert.equal(body.sha, sha);
  assert.equal(body.state, 'failure');
  assert.equal(body.total_count, 2);
  assert.equal(body.statuses[0].status, 'success');
  assert.equal(body.statuses[0].context, 'atrium/catalog');
  assert.equal(body.statuses[1].context, 'ci');

  const page = await fetch(`${host.url}/acme/payment-service/commit/${sha}`);
  const html = await page.text();
  assert.match(html, /atrium\/catalog/);
  assert.match(html, /&#60;b&#62;wrong&#60;\/b&#62;/);
});

test('refuses what is no status', async () => {
  assert.equal((await post(status)).status, 401);
  assert.equal(
    (await post({ ...status, state: 'fine' }, 'atrium')).status,
    422,
  );
  assert.equal(
    (await post({ ...status, target_url: 'ftp://elsewhere.example' }, 'atrium'))
      .status,
    422,
  );
  assert.equal((await post(status, 'atrium', 'f'.repeat(40))).status, 404);
});

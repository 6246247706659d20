import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { createTestGitHost } from './__testUtils__/createTestGitHost.ts';
import type { TestGitHost } from './__testUtils__/createTestGitHost.ts';

let host: TestGitHost;

before(async () => {
  host = await createTestGitHost();
});

after(async () => {
  await host.close();
});

test('clones without a password, with the owner team as author', async () => {
  const clone = await host.clone('payment-service');
  assert.equal(
    await fs.readFile(path.join(clone, 'docs/index.md'), 'utf8'),
    '# Documentation\n',
  );
  const authors = await host.git(['log', '--format=%an <%ae>'], clone);
  assert.deepEqual(
    [...new Set(authors.trim().split('\n'))],
    ['Team Payments <team-payments@acme.example>'],
  );
});

test('serves the address without .git too', async () => {
  const refs = await host.git([
    'ls-remote',
    `${host.url}/acme/payment-service`,
  ]);
  assert.match(refs, /refs\/heads\/main/);
});

test('pushes as a persona, and the API knows at once', async () => {
  const clone = await host.clone('payment-service', 'payments-dev');
  await host.commit(clone, { 'new.txt': 'pushed\n' });
  await host.git(['push', '--quiet', 'origin', 'main'], clone);
  const pushed = (await host.git(['rev-parse', 'HEAD'], clone)).trim();
  const { body } = await host.api(
    '/repos/acme/payment-service/git/commits/main',
  );
  assert.equal(body.sha, pushed);
});

test('pushes a large change in a chunked request', async () => {
  const clone = await host.clone('user-service', 'platform-admin');
  const noise = Array.from({ length: 60_000 }, (_, index) =>
    Math.sin(index).toString(36),
  ).join('\n');
  await host.commit(clone, { 'large.txt': noise });
  // A small buffer makes git send the pack without a length.
  await host.git(
    ['-c', 'http.postBuffer=1000', 'push', '--quiet', 'origin', 'main'],
    clone,
  );
  const again = await host.clone('user-service');
  assert.equal(await fs.readFile(path.join(again, 'large.txt'), 'utf8'), noise);
});

test('refuses a push without a password, or with a wrong one', async () => {
  const clone = await host.clone('payment-service');
  await host.commit(clone, { 'refused.txt': 'refused\n' });
  await assert.rejects(host.git(['push', 'origin', 'main'], clone), {
    message: /could not read Username/,
  });
  const wrong = host.url.replace('//', '//payments-dev:wrong@');
  await assert.rejects(
    host.git(['push', `${wrong}/acme/payment-service.git`, 'main'], clone),
    { message: /Authentication failed/ },
  );
});

test('answers with the statuses of Gitea', async () => {
  const statusOf = async (address: string, headers = {}) =>
    (await fetch(`${host.url}${address}`, { headers })).status;
  const refs = 'info/refs?service=git-receive-pack';
  const persona = `Basic ${btoa('new-hire:new-hire')}`;

  const unauthorised = await fetch(
    `${host.url}/acme/payment-service.git/${refs}`,
  );
  assert.equal(unauthorised.status, 401);
  assert.match(unauthorised.headers.get('www-authenticate') ?? '', /^Basic /);
  assert.equal(
    await statusOf('/acme/none.git/info/refs?service=git-upload-pack'),
    404,
  );
  assert.equal(
    await statusOf(`/acme/none.git/${refs}`, { Authorization: persona }),
    403,
  );
  assert.equal(await statusOf('/acme/payment-service.git/info/refs'), 403);
  assert.equal(
    await statusOf('/acme/payment-service.git/git-upload-pack'),
    405,
  );
});

test('never reaches a folder outside of its repositories', async () => {
  const paths = [
    '/acme/..%2f..%2f..%2fexamples/info/refs?service=git-upload-pack',
    '/..%2f/payment-service.git/info/refs?service=git-upload-pack',
    '/acme/../../info/refs?service=git-upload-pack',
    '/acme/payment-service.git/../../../config',
    '/acme/payment-service.git/config',
    '/acme/payment-service.git/objects/info/packs',
  ];
  for (const rawPath of paths) {
    assert.equal(await requestRaw(rawPath), 404, rawPath);
  }
});

test('understands a gzip request body', async () => {
  const command = '0014command=ls-refs\n0000';
  const response = await fetch(
    `${host.url}/acme/payment-service.git/git-upload-pack`,
    {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-git-upload-pack-request',
        'Content-Encoding': 'gzip',
        'Git-Protocol': 'version=2',
      },
      body: gzipSync(command),
    },
  );
  assert.equal(response.status, 200);
  assert.match(await response.text(), /refs\/heads\/main/);
});

/** As `fetch` cleans a path before it sends it. */
function requestRaw(rawPath: string) {
  return new Promise<number | undefined>((resolve, reject) => {
    const { hostname, port } = new URL(host.url);
    http
      .get({ hostname, port, path: rawPath }, response => {
        response.resume();
        resolve(response.statusCode);
      })
      .on('error', reject);
  });
}

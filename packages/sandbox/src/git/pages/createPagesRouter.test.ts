import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createTestGitHost } from '../__testUtils__/createTestGitHost.ts';
import type { TestGitHost } from '../__testUtils__/createTestGitHost.ts';

const hostileName = `"><img src=x onerror=alert(1)>.txt`;
const hostileText = `</code></pre><script>alert('x')</script>`;

let host: TestGitHost;
let commit: string;

before(async () => {
  host = await createTestGitHost();
  const clone = await host.clone('payment-service', 'payments-dev');
  await host.commit(clone, {
    [hostileName]: `${hostileText}\nsecond line\n`,
    'docs/picture.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'binary.dat': 'a\0b',
  });
  await host.git(
    ['commit', '--quiet', '--amend', '--message', hostileText],
    clone,
  );
  await host.git(['push', '--quiet', 'origin', 'main:main'], clone);
  await host.git(['push', '--quiet', 'origin', 'main:feature/a'], clone);
  commit = (await host.git(['rev-parse', 'HEAD'], clone)).trim();
});

after(async () => {
  await host.close();
});

async function open(address: string) {
  const response = await fetch(`${host.url}${address}`);
  return {
    status: response.status,
    headers: response.headers,
    text: await response.text(),
  };
}

test('escapes what people wrote on every page', async () => {
  const file = encodeURIComponent(hostileName);
  const addresses = [
    '/',
    '/acme/payment-service',
    '/acme/payment-service/src/branch/main',
    `/acme/payment-service/src/branch/main/${file}`,
    `/acme/payment-service/_edit/main/${file}`,
    `/acme/payment-service/_edit/branch/main/${file}`,
    '/acme/payment-service/commits/branch/main',
    `/acme/payment-service/commits/branch/main/${file}`,
    `/acme/payment-service/commit/${commit}`,
    `/acme/payment-service/src/commit/${commit}`,
    '/acme/payment-service/src/branch/feature/a/docs',
  ];
  for (const address of addresses) {
    const { status, headers, text } = await open(address);
    assert.equal(status, 200, address);
    assert.doesNotMatch(text, /<script|<img src=x|<b>payments/, address);
    assert.match(text, /Sample git host of the Atrium sandbox/);
    assert.match(
      headers.get('content-security-policy') ?? '',
      /^default-src 'none'; style-src 'self'/,
    );
  }
});

test('escapes the address on error pages', async () => {
  const { status, text } = await open('/acme/%3Cscript%3Ealert(1)');
  assert.equal(status, 404);
  assert.doesNotMatch(text, /<script/);
});

test('numbers the lines of a file', async () => {
  const { text } = await open(
    `/acme/payment-service/src/branch/main/${encodeURIComponent(hostileName)}`,
  );
  assert.match(text, /id="L2"[^]*second line/);
  assert.doesNotMatch(text, /id="L3"/);
});

test('shows what a commit changed', async () => {
  const { text } = await open(`/acme/payment-service/commit/${commit}`);
  assert.match(text, /class="added">\+second line/);
});

test('sends raw files so that a browser does not run them', async () => {
  const base = '/acme/payment-service/raw/branch/main';
  const image = await open(`${base}/docs/picture.svg`);
  assert.equal(image.headers.get('content-type'), 'image/svg+xml');
  assert.match(image.headers.get('content-security-policy') ?? '', /sandbox/);
  const text = await open(`${base}/${encodeURIComponent(hostileName)}`);
  assert.equal(text.headers.get('content-type'), 'text/plain; charset=utf-8');
  assert.equal(text.headers.get('x-content-type-options'), 'nosniff');
  const binary = await open(`${base}/binary.dat`);
  assert.equal(binary.headers.get('content-type'), 'application/octet-stream');
});

test('returns 404 for branches, files and commits that are not there', async () => {
  const addresses = [
    '/other',
    '/acme/none',
    '/acme/payment-service/src/branch/none',
    '/acme/payment-service/src/branch/main/none.txt',
    '/acme/payment-service/src/branch/main/..%2f..%2fHEAD',
    '/acme/payment-service/src/nonsense/main',
    '/acme/payment-service/commits/branch/none',
    '/acme/payment-service/commit/--help',
    '/acme/payment-service/raw/branch/main/docs',
  ];
  for (const address of addresses) {
    assert.equal((await open(address)).status, 404, address);
  }
});

test('answers the page of a new branch only once it was pushed', async () => {
  await host.api('/orgs/acme/repos', {
    method: 'POST',
    as: 'atrium',
    body: { name: 'from-template' },
  });
  const page = '/acme/from-template/src/branch/main';
  assert.equal((await open(page)).status, 404);
  assert.match((await open('/acme/from-template')).text, /is empty/);
  const clone = await host.clone('from-template', 'payments-dev');
  await host.commit(clone, { 'README.md': 'x\n' });
  await host.git(['push', '--quiet', 'origin', 'HEAD:main'], clone);
  assert.equal((await open(page)).status, 200);
});

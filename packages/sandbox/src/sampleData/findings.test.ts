import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { SampleFindings } from './findings.ts';

const components = [
  {
    metadata: { name: 'order-service', tags: ['java'] },
    spec: { type: 'service' },
  },
  {
    metadata: { name: 'carrier-adapter', tags: ['typescript'] },
    spec: { type: 'service' },
  },
  {
    metadata: { name: 'platform-scorecards' },
    spec: { type: 'configuration' },
  },
];

test('uploads each report once, also after a stop half way', async t => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'atrium-findings-'));
  t.after(() => rm(folder, { recursive: true }));
  const uploads: { query: URLSearchParams; body: unknown }[] = [];
  let left = 3;
  const open = () =>
    new SampleFindings({
      componentCount: components.length,
      file: path.join(folder, 'findings.json'),
      now: () => new Date('2026-11-28T12:00:00Z'),
      api: {
        async request(url, { method, body }) {
          if (method !== 'POST') {
            return components;
          }
          if (left-- === 0) {
            throw new Error('the portal stops');
          }
          uploads.push({ query: new URL(url, 'http://x').searchParams, body });
          return {};
        },
      },
    });
  const { signal } = new AbortController();
  await assert.rejects(open().send(signal), /stops/);
  const sample = open();
  await sample.send(signal);
  assert.equal(sample.isComplete, true);

  const keys = uploads.map(({ query }) =>
    ['entityRef', 'scannedAt', 'commit'].map(key => query.get(key)).join(' '),
  );
  // Two scans by three tools and an SBOM of the one, two by two of the other.
  assert.equal(uploads.length, 2 * 3 + 1 + 2 * 2 + 1);
  assert.equal(new Set(keys).size, keys.length);
  assert.deepEqual(
    [...new Set(uploads.map(({ query }) => query.get('scannedAt')))],
    [
      '2026-11-09T12:00:00.000Z',
      '2026-11-28T12:00:00.000Z',
      '2026-11-26T12:00:00.000Z',
    ],
  );
  const texts = uploads.map(({ body }) => JSON.stringify(body));
  assert.equal(
    texts.filter(text => text.includes('CVE-2021-44228')).length,
    2 * 2,
  );
});

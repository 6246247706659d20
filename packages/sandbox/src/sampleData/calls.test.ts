import assert from 'node:assert/strict';
import { glob, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { readFixture } from '../readFixture.ts';
import { sampleCalls } from './calls.ts';

const bodySchema = z.object({
  reporter: z.string(),
  edges: z.array(z.object({ source: z.string(), observedAt: z.string() })),
});

const entitySchema = z.object({
  kind: z.string(),
  metadata: z.object({ name: z.string() }),
});

test('tells who calls whom once the portal knows them, and again each quarter of a day', async t => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'atrium-calls-'));
  t.after(() => rm(folder, { recursive: true }));
  const sent: string[] = [];
  let now = '2026-11-28T12:00:00.000Z';
  let unknown = ['component:default/payment-service'];
  const calls = sampleCalls({
    componentCount: 1,
    file: path.join(folder, 'calls.json'),
    now: () => new Date(now),
    api: {
      async request(_url, { method, body }) {
        if (method !== 'POST') {
          return [{ metadata: { name: 'a' }, spec: { type: 'service' } }];
        }
        const { edges } = bodySchema.parse(body);
        sent.push(edges[0].observedAt);
        return { accepted: edges.length, unknown };
      },
    },
  });
  const { signal } = new AbortController();
  await calls.send(signal);
  assert.equal(calls.isComplete, false);
  unknown = [];
  await calls.send(signal);
  assert.equal(calls.isComplete, true);
  await calls.send(signal);
  now = '2026-11-28T18:00:00.000Z';
  await calls.send(signal);
  assert.deepEqual(sent, [
    '2026-11-28T12:00:00.000Z',
    '2026-11-28T12:00:00.000Z',
    '2026-11-28T18:00:00.000Z',
  ]);
});

test('names what the sample repositories register, which it waits for', async () => {
  const registered = new Set<string>();
  const examples = path.join(import.meta.dirname, '../../../../examples/acme');
  for await (const file of glob('*/**/catalog-info.yaml', { cwd: examples })) {
    const content = await readFile(path.join(examples, file), 'utf8');
    for (const document of parseAllDocuments(content)) {
      const { kind, metadata } = entitySchema.parse(document.toJS());
      registered.add(`${kind.toLowerCase()}:default/${metadata.name}`);
    }
  }
  const calls = readFixture(
    'sampleData/calls.yaml',
    z.array(z.tuple([z.string(), z.string()]).rest(z.unknown())),
  );
  const named = calls.flatMap(([source, target]) => [
    `component:default/${source}`,
    target,
  ]);
  assert.deepEqual(
    named.filter(ref => !registered.has(ref)),
    [],
  );
});

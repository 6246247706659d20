import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { sampleFacts } from './facts.ts';

const bodySchema = z.object({
  items: z.array(
    z.object({
      entityRef: z.string(),
      provider: z.string(),
      observedAt: z.string(),
    }),
  ),
});

test('tells the past once, and the present again each quarter of a day', async t => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'atrium-facts-'));
  t.after(() => rm(folder, { recursive: true }));
  const sent: z.infer<typeof bodySchema>['items'][] = [];
  let now = '2026-11-28T12:00:00.000Z';
  let isKnown = false;
  const facts = sampleFacts({
    componentCount: 2,
    file: path.join(folder, 'facts.json'),
    now: () => new Date(now),
    api: {
      async request(_url, { method, body }) {
        if (method !== 'POST') {
          return [
            { metadata: { name: 'a' }, spec: { type: 'service' } },
            { metadata: { name: 'b' }, spec: { type: 'library' } },
          ];
        }
        const { items } = bodySchema.parse(body);
        if (!isKnown) {
          return { accepted: 4, refused: [{ index: 4, message: 'unknown' }] };
        }
        sent.push(items);
        return { accepted: items.length, refused: [] };
      },
    },
  });
  const { signal } = new AbortController();
  await facts.send(signal);
  assert.equal(facts.isComplete, false);
  isKnown = true;
  await facts.send(signal);
  assert.equal(facts.isComplete, true);
  await facts.send(signal);
  now = '2026-11-28T18:00:00.000Z';
  await facts.send(signal);

  // Two that are told, and five that are found out, over 8 weeks; and now.
  assert.deepEqual(
    sent.map(items => items.length),
    [8 * (2 + 5) + 2, 2],
  );
  assert.equal(sent[0].at(0)?.observedAt, '2026-10-03T12:00:00.000Z');
  assert.deepEqual(new Set(sent[0].map(one => one.entityRef)).size, 1);
});

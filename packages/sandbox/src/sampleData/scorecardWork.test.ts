import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { SampleScorecardWork } from './scorecardWork.ts';

test('asks for an exemption and starts an initiative, each once', async t => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'atrium-scorecard-'));
  t.after(() => rm(folder, { recursive: true }));
  const asked: [persona: string, url: string, body: unknown][] = [];
  let outcome = 'unknown';
  const open = () =>
    new SampleScorecardWork({
      file: path.join(folder, 'scorecard.json'),
      now: () => new Date('2026-11-28T12:00:00Z'),
      sessions: {
        open: async persona => ({
          async request(url, { method, body }) {
            if (method !== 'POST') {
              const checks = [{ check: 'on-call', outcome }];
              return { items: [{ checks }] };
            }
            asked.push([persona, url, body]);
            return {};
          },
        }),
      },
    });
  const { signal } = new AbortController();
  const sample = open();
  await sample.send(signal);
  assert.equal(asked.length, 0);
  assert.equal(sample.isComplete, false);
  outcome = 'fail';
  await sample.send(signal);
  await open().send(signal);

  assert.equal(sample.isComplete, true);
  assert.deepEqual(
    asked.map(([persona, url]) => [persona, url]),
    [
      ['payments-dev', '/api/scorecard/exemptions'],
      ['platform-admin', '/api/scorecard/initiatives'],
    ],
  );
  const text = JSON.stringify(asked);
  assert.match(text, /"startsOn":"2026-10-31","dueOn":"2026-12-26"/);
});

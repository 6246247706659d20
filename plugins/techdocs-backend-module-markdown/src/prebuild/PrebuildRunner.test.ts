import { mockServices } from '@backstage/backend-test-utils';
import { setTimeout } from 'node:timers/promises';
import { PrebuildRunner } from './PrebuildRunner';
import type { AttemptResult, ClaimedSite } from './PrebuildStore';
import type { SyncOutcome } from './TechdocsSyncClient';

const summary = { pages: 1, brokenLinks: 0, warnings: 0 };

function createRunner(
  due: ClaimedSite[],
  sync: (ref: string, signal: AbortSignal) => Promise<SyncOutcome>,
) {
  const finished = new Map<string, AttemptResult>();
  const released: string[] = [];
  const attempts: string[] = [];
  const logger = mockServices.logger.mock();
  const store = {
    claim: async () => due.shift(),
    finish: async ({ entityRef }: ClaimedSite, result: AttemptResult) => {
      finished.set(entityRef, result);
    },
    release: async ({ entityRef }: ClaimedSite) => {
      released.push(entityRef);
    },
  };
  const runner = new PrebuildRunner({
    store,
    client: { sync, summarize: async () => summary },
    logger,
    concurrency: 2,
    recheckSeconds: 1000,
    onAttempt: (entityRef, outcome) =>
      attempts.push(finished.has(entityRef) ? outcome : 'not written down'),
  });
  return { runner, finished, released, attempts, logger };
}

function site(entityRef: string, attemptCount = 0): ClaimedSite {
  return { entityRef, revision: 1, attemptCount };
}

it('builds a few at a time, and goes on when one fails', async () => {
  let activeCount = 0;
  let mostActive = 0;
  const { runner, finished, attempts, logger } = createRunner(
    ['a', 'b', 'c', 'd', 'e'].map(name => site(name)),
    async ref => {
      activeCount += 1;
      mostActive = Math.max(mostActive, activeCount);
      await setTimeout(5);
      activeCount -= 1;
      if (ref === 'b' || ref === 'd') {
        throw new Error(`no ${ref}`);
      }
      return ref === 'e' ? 'unchanged' : 'built';
    },
  );
  await runner.run();

  expect(mostActive).toBe(2);
  expect(attempts.sort()).toEqual([
    'built',
    'built',
    'failed',
    'failed',
    'unchanged',
  ]);
  expect(finished.get('b')).toEqual({
    isSuccess: false,
    error: 'no b',
    nextInSeconds: 300,
  });
  const success = finished.get('a');
  expect(success?.isSuccess).toBe(true);
  expect(success?.nextInSeconds).toBeGreaterThanOrEqual(1000);
  expect(success?.nextInSeconds).toBeLessThanOrEqual(1200);
  expect(logger.info.mock.calls).toEqual([
    ['Documentation sites built ahead: 2'],
  ]);
  expect(logger.warn.mock.calls).toEqual([
    [
      'Documentation sites that could not be built ahead: 2',
      { b: 'no b', d: 'no d' },
    ],
  ]);
});

it.each([
  [0, 300],
  [1, 1_200],
  [2, 4_800],
  [9, 86_400],
])('waits longer after %i failures: %i seconds', async (count, seconds) => {
  const { runner, finished } = createRunner([site('a', count)], async () => {
    throw new Error('no host');
  });
  await runner.run();
  expect(finished.get('a')?.nextInSeconds).toBe(seconds);
});

it('asks again in a minute when TechDocs did not look, but not for ever', async () => {
  const { runner, finished } = createRunner(
    [site('a', 0), site('b', 3)],
    async () => 'skipped',
  );
  await runner.run();
  expect(finished.get('a')).toEqual({ isSuccess: false, nextInSeconds: 61 });
  expect(finished.get('b')?.isSuccess).toBe(true);
});

it('takes what becomes due while it looks', async () => {
  const due: ClaimedSite[] = [];
  const { runner, finished } = createRunner(due, async () => 'built');
  const first = runner.run();
  due.push(site('late'));
  await Promise.all([first, runner.run()]);
  expect(finished.has('late')).toBe(true);
});

it('leaves what it is building to others when it is stopped', async () => {
  const { runner, finished, released, attempts } = createRunner(
    [site('a'), site('b'), site('c')],
    (_ref, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
  );
  const run = runner.run();
  await setTimeout(5);
  await runner.stop();
  await run;
  expect(released.sort()).toEqual(['a', 'b']);
  expect(finished.size).toBe(0);
  expect(attempts).toEqual([]);
});

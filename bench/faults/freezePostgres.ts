import { setTimeout as sleep } from 'node:timers/promises';
import { READINESS_PATH } from '@atrium/launcher/src/world/backend.ts';
import type { BenchRun } from '../plugin/runPluginBench.ts';
import type { FaultsWorld } from './FaultsWorld.ts';
import type { Replica } from './Replica.ts';
import { waitFor } from './waitFor.ts';

/** One of each plugin that asks its database. */
const PATHS = [
  '/api/catalog/entities?limit=20',
  '/api/slo/slos',
  '/api/slo/alerts',
  '/api/delivery/environments?entityRef=component:default/payments',
  '/api/search/query?term=payments',
  '/api/scaffolder/v2/tasks',
];

const SETTLE_MS = 3_000;

interface Answer {
  path: string;
  status: number;
  seconds: number;
  isJson: boolean;
}

/**
 * Freezes Postgres under a replica: whoever asks is told so within five
 * seconds, readiness turns red, and all is well again soon after.
 */
export async function freezePostgres(
  world: FaultsWorld,
  { replica, run }: { replica: Replica; run: BenchRun },
): Promise<void> {
  const { results, remarks, progress } = run;
  const waitUntilRed = async () => {
    const start = performance.now();
    await waitFor('readiness to turn red', async () => {
      return (await ask(READINESS_PATH)).status === 503;
    });
    return (performance.now() - start) / 1_000;
  };
  const ask = (path: string) => timed(`${replica.url}${path}`, world.headers);
  const { answers, redSeconds } = await progress.step(
    'Postgres frozen',
    async () => {
      // Connections are open, as they are while people work.
      await Promise.all(PATHS.map(ask));
      world.postgres.freeze();
      const [first, seconds] = await Promise.all([
        Promise.all(PATHS.map(ask)),
        waitUntilRed(),
      ]);
      // By now connections were closed, and new ones are not answered either.
      const second = await Promise.all(PATHS.map(ask));
      return { answers: [...first, ...second], redSeconds: seconds };
    },
  );
  const recovery = await progress.step('Postgres back', async () => {
    const start = performance.now();
    world.postgres.thaw();
    await waitFor('the replica to recover', async () => {
      const all = await Promise.all([READINESS_PATH, ...PATHS].map(ask));
      return all.every(({ status }) => status === 200);
    });
    return (performance.now() - start) / 1_000;
  });
  await sleep(SETTLE_MS);

  const wrong = answers.filter(
    ({ status, isJson }) => status !== 503 || !isJson,
  );
  results.push(
    {
      name: 'answers other than 503 while Postgres was frozen',
      value: wrong.length,
      unit: '',
      limit: { kind: 'at most', value: 0 },
    },
    {
      name: 'slowest answer while Postgres was frozen',
      value: Math.max(...answers.map(({ seconds }) => seconds)),
      unit: 's',
      limit: { kind: 'at most', value: 5 },
    },
    {
      name: 'until readiness was red',
      value: redSeconds,
      unit: 's',
      limit: { kind: 'at most', value: 5 },
    },
    {
      name: 'until all was well again',
      value: recovery,
      unit: 's',
      limit: { kind: 'at most', value: 10 },
    },
  );
  remarks.push(
    ...wrong.map(({ path, status }) => `${path} answered with ${status}`),
  );
}

async function timed(
  url: string,
  headers: Record<string, string>,
): Promise<Answer> {
  const start = performance.now();
  const path = new URL(url).pathname;
  try {
    const answer = await fetch(url, {
      headers,
      signal: AbortSignal.timeout(30_000),
    });
    const body = await answer.text();
    return {
      path,
      status: answer.status,
      seconds: (performance.now() - start) / 1_000,
      isJson: body.startsWith('{"error":') || path === READINESS_PATH,
    };
  } catch {
    const seconds = (performance.now() - start) / 1_000;
    return { path, status: 0, seconds, isJson: false };
  }
}

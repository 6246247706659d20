import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '@atrium/launcher/src/report.ts';
import type { BenchRun } from '../plugin/runPluginBench.ts';
import { type PluginBackend, startBackend } from '../plugin/startBackend.ts';
import { quantile } from '../results/quantile.ts';
import type { ProvisioningReplica } from './ProvisioningReplica.ts';
import type { ProvisioningWorld } from './ProvisioningWorld.ts';

const root = resolve(import.meta.dirname, '../..');

/** As many at once as the stock scaffolder runs. */
const CONCURRENCY = 10;
const ROUNDS = 5;
const RESOURCES = 300;
const TASKS = 100;
const MINIMUM_RATIO = 3;

/**
 * How many resources a second are made by a driver that does nothing, and how
 * many tasks of three trivial steps the stock scaffolder runs, in turn on the
 * same server.
 */
export async function measureThroughput(
  world: ProvisioningWorld,
  { run, port }: { run: BenchRun; port: number },
): Promise<void> {
  await world.reset();
  const replica = await world.startReplica(0, { concurrency: CONCURRENCY });
  const scaffolder = await run.progress.step('Scaffolder', () =>
    startBackend({
      root,
      plugin: 'scaffolder',
      script: resolve(import.meta.dirname, 'scaffolderBackend.ts'),
      postgres: world.postgres,
      port,
      cleanups: run.cleanups,
    }),
  );
  await runTasks(world, scaffolder, 5);
  await makeResources(world, replica, 20);
  const made: number[] = [];
  const ran: number[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    await run.progress.step(`Round ${round}`, async () => {
      made.push(await makeResources(world, replica, RESOURCES));
      ran.push(await runTasks(world, scaffolder, TASKS));
    });
  }
  run.results.push(
    {
      name: 'resources made by a driver that does nothing',
      value: quantile(made, 0.5),
      unit: 'per second',
    },
    {
      name: 'tasks of three steps that the stock scaffolder runs',
      value: quantile(ran, 0.5),
      unit: 'per second',
    },
    {
      name: 'resources for each task',
      value: quantile(
        made.map((perSecond, index) => perSecond / ran[index]),
        0.5,
      ),
      unit: '',
      limit: { kind: 'at least', value: MINIMUM_RATIO },
    },
  );
  await scaffolder.stop();
  await world.stopReplicas();
}

async function makeResources(
  world: ProvisioningWorld,
  replica: ProvisioningReplica,
  count: number,
): Promise<number> {
  const startedAt = performance.now();
  await replica.request(count, 'no-op');
  await world.settle();
  return (count * 1_000) / (performance.now() - startedAt);
}

async function runTasks(
  { postgres }: ProvisioningWorld,
  { baseUrl, headers }: PluginBackend,
  count: number,
): Promise<number> {
  const startedAt = performance.now();
  let left = count;
  const lane = async () => {
    while (left > 0) {
      left--;
      const response = await fetch(`${baseUrl}/v2/tasks`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({
          templateRef: 'template:default/nothing',
          values: {},
        }),
      });
      if (!response.ok) {
        throw new Failure('The scaffolder refused', {
          hint: await response.text(),
        });
      }
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, lane));
  for (;;) {
    const { rows } = await postgres.pool.query<{ open: number }>(
      `SELECT count(*)::int AS open FROM scaffolder.tasks
       WHERE status IN ('open', 'processing')`,
    );
    if (rows[0].open === 0) {
      return (count * 1_000) / (performance.now() - startedAt);
    }
    await sleep(20);
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchRun } from '../plugin/runPluginBench.ts';
import { Balancer } from './Balancer.ts';
import type { FaultsWorld } from './FaultsWorld.ts';
import { Load } from './Load.ts';
import { badMinutes, pushCounts } from './pushCounts.ts';
import type { Replica } from './Replica.ts';
import { waitFor } from './waitFor.ts';
import { readTaskRuns, watchTasks, type WatchedTask } from './watchTasks.ts';

const EVALUATION: WatchedTask = {
  schema: 'slo',
  id: 'slo-evaluation',
  everySeconds: 2,
};

/** How long a load balancer may take to notice that a replica is ready. */
const NOTICE_MS = 2_000;

/** How many evaluations are seen before the replicas are replaced, and after. */
const RUNS_IN_TURN = 3;

/** Enough for the windows of the fastest rule to be full. */
const BAD_MINUTES = 75;

/**
 * Replaces one replica after the other under load, while an alert goes off.
 * Nothing is refused, each replica is gone soon, and what is scheduled happens
 * once.
 *
 * @returns The replicas that run now.
 */
export async function rollReplicas(
  world: FaultsWorld,
  { progress, results, remarks, cleanups }: BenchRun,
): Promise<Replica[]> {
  const { ports, pool, headers } = world;
  const replicas = await progress.step('Two replicas', async () => {
    // The first one makes the tables.
    const first = world.startReplica(ports.replicas[0]);
    await first.waitUntilReady();
    const second = world.startReplica(ports.replicas[1]);
    await second.waitUntilReady();
    return [first, second];
  });
  const balancer = await Balancer.start({
    port: ports.balancer,
    backends: ports.replicas,
  });
  cleanups.push(() => balancer.stop());
  await watchTasks(pool, EVALUATION.schema);
  await waitFor('the SLO', async () => {
    const { rows } = await pool.query('SELECT FROM slo.objectives');
    return rows.length === 1;
  });
  // A backend that has just started evaluates nothing yet, however fast it started.
  const waitForEvaluations = async () => {
    const { runs: before } = await readTaskRuns(pool, EVALUATION);
    await waitFor('evaluations', async () => {
      const { runs } = await readTaskRuns(pool, EVALUATION);
      return runs - before >= RUNS_IN_TURN;
    });
  };
  await waitForEvaluations();

  const load = new Load(balancer.url, headers);
  await pushCounts(badMinutes(BAD_MINUTES, new Date()), {
    url: balancer.url,
    headers,
  });
  const stopSeconds: number[] = [];
  const replaced: Replica[] = [];
  await progress.step('Replaced under load', async () => {
    for (const [index, replica] of replicas.entries()) {
      stopSeconds.push(await replica.stop());
      const next = world.startReplica(ports.replicas[index]);
      await next.waitUntilReady();
      replaced.push(next);
      await sleep(NOTICE_MS);
    }
  });
  await load.stop();
  const alerts = await progress.step('Alerts', () => readAlerts(world));
  await progress.step('Evaluations', waitForEvaluations);
  const { runs, early } = await readTaskRuns(pool, EVALUATION);
  const failed = [...load.failures.values()].reduce((sum, n) => sum + n, 0);

  results.push(
    {
      name: 'requests while both replicas were replaced',
      value: load.requests,
      unit: '',
      limit: { kind: 'at least', value: 200 },
    },
    {
      name: 'requests refused, or answered with an error',
      value: failed,
      unit: '',
      limit: { kind: 'at most', value: 0 },
    },
    {
      name: 'SIGTERM until the process was gone, slower one',
      value: Math.max(...stopSeconds),
      unit: 's',
      limit: { kind: 'at most', value: 10 },
    },
    {
      name: 'alerts that went off',
      value: alerts.due,
      unit: '',
      limit: { kind: 'at least', value: 1 },
    },
    {
      name: 'alerts delivered not exactly once',
      value: alerts.wrong,
      unit: '',
      limit: { kind: 'at most', value: 0 },
    },
    {
      name: 'evaluations beyond the schedule of one',
      value: early,
      unit: '',
      limit: { kind: 'at most', value: 0 },
    },
    {
      name: 'evaluations',
      value: runs,
      unit: '',
      limit: { kind: 'at least', value: 5 },
    },
  );
  remarks.push(
    ...[...load.failures].map(([failure, times]) => `${times} × ${failure}`),
    `The slowest request took ${Math.round(load.slowestMs)} ms.`,
  );
  return replaced;
}

/** Compares what the portal says that it sent with what arrived. */
async function readAlerts({ pool, alerts }: FaultsWorld) {
  const readDeliveries = async () => {
    const { rows } = await pool.query<{ id: string; sent: boolean }>(
      `SELECT id, sent_at IS NOT NULL AS sent FROM slo.alert_deliveries
       WHERE target = 'on-call'`,
    );
    return rows;
  };
  await waitFor('the alerts', async () => {
    const deliveries = await readDeliveries();
    return deliveries.length > 0 && deliveries.every(({ sent }) => sent);
  });
  const deliveries = await readDeliveries();
  const wrong = deliveries.filter(
    ({ id }) =>
      alerts.received.filter(one => one.id.endsWith(`/${id}`)).length !== 1,
  );
  return { due: deliveries.length, wrong: wrong.length };
}

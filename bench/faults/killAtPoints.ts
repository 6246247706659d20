import type { BenchRun } from '../plugin/runPluginBench.ts';
import type { FaultsWorld } from './FaultsWorld.ts';
import { findProblems } from './findProblems.ts';
import { badMinutes, type PushedMinute, pushCounts } from './pushCounts.ts';
import { startAndDie } from './startAndDie.ts';
import { waitFor } from './waitFor.ts';

/**
 * Where a backend is killed: before and after each commit and each call of
 * somebody else, in the order of the work.
 */
export const POINTS: string[][] = [
  ['slo.push.1'],
  ['slo.push.2'],
  ['slo.push.3'],
  ['slo.tick.1'],
  ['slo.tick.2'],
  ['slo.tick.3'],
  ['slo.tick.4'],
  ['slo.tick.5'],
  ['slo.alert.1'],
  ['slo.alert.2'],
  ['slo.alert.3'],
];

/** One kill after the other of what tries to go on, and one look at the end. */
export const QUICK_POINTS = [['slo.push.2', 'slo.tick.4', 'slo.alert.2']];

const MINUTES = 75;
const PUSHED = { minutes: MINUTES, good: MINUTES * 50, total: MINUTES * 100 };
const RECOVERY_SECONDS = 60;

/**
 * Kills a backend at points of its work, starts it again, and compares what the
 * database and the receiver of alerts have with what was promised.
 */
export async function killAtPoints(
  world: FaultsWorld,
  { points, run }: { points: string[][]; run: BenchRun },
): Promise<void> {
  const problems: string[] = [];
  const recoveries: number[] = [];
  for (const kills of points) {
    const names = kills.join(', ');
    await run.progress.step(`Killed at ${names}`, async () => {
      await reset(world);
      const counts = badMinutes(MINUTES, new Date());
      for (const point of kills) {
        await startAndDie(world, {
          point,
          work: ({ url }) =>
            pushCounts(counts, { url, headers: world.headers }),
        });
      }
      const start = performance.now();
      const found = await recover(world, counts);
      recoveries.push((performance.now() - start) / 1_000);
      problems.push(...found.map(problem => `${names}: ${problem}`));
    });
  }
  run.results.push(
    {
      name: 'points that a backend was killed at',
      value: points.flat().length,
      unit: '',
    },
    {
      name: 'things lost, doubled or half done',
      value: problems.length,
      unit: '',
      limit: { kind: 'at most', value: 0 },
    },
    {
      name: 'from the kill until all alerts were told',
      value: Math.max(...recoveries),
      unit: 's',
      limit: { kind: 'at most', value: 60 },
    },
  );
  run.remarks.push(...problems);
}

/** Forgets what was counted and alerted; the definitions stay. */
async function reset({ pool, alerts }: FaultsWorld): Promise<void> {
  await pool.query(`TRUNCATE slo.minute_counts, slo.hour_counts, slo.day_counts,
    slo.stale_hours, slo.statuses, slo.alerts, slo.alert_changes,
    slo.alert_deliveries`);
  alerts.received.length = 0;
}

/** Starts a backend, sends what may not have arrived again, and looks. */
async function recover(
  world: FaultsWorld,
  counts: PushedMinute[],
): Promise<string[]> {
  const { pool, ports, headers } = world;
  const { rows } = await pool.query<{ stored: number }>(
    'SELECT count(*)::int AS stored FROM slo.minute_counts',
  );
  const { stored } = rows[0];
  const problems =
    stored === 0 || stored === MINUTES
      ? []
      : [`${stored} of ${MINUTES} minutes of a batch were stored`];
  const replica = world.startReplica(ports.replicas[0]);
  await replica.waitUntilReady();
  await pushCounts(counts, { url: replica.url, headers });
  await waitFor(
    'the alerts',
    async () => {
      const { rows: deliveries } = await pool.query<{ sent: boolean }>(
        'SELECT sent_at IS NOT NULL AS sent FROM slo.alert_deliveries',
      );
      return deliveries.length > 0 && deliveries.every(({ sent }) => sent);
    },
    RECOVERY_SECONDS,
  );
  problems.push(...(await findProblems(world, PUSHED)));
  await replica.stop('SIGKILL');
  return problems;
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchRun } from '../plugin/runPluginBench.ts';
import { quantile } from '../results/quantile.ts';
import { findProblems } from './findProblems.ts';
import type { ProvisioningWorld } from './ProvisioningWorld.ts';
import { NO_FAULTS, type SimulatorFaults } from './SimulatorFaults.ts';
import { Takeovers } from './Takeovers.ts';

/**
 * Before and after each commit and each call of the provider: 1, 2 the claim; 3, 4
 * the look; 5, 6 the intent; 7 the step was taken; 8 the look after it; 9 the
 * outcome is written down.
 */
export const POINTS = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(
  number => `provisioning.reconcile.${number}`,
);

const RESOURCES = 12;

/** Such a provider has to be looked at for what it does not say. */
export const UNRELIABLE: SimulatorFaults = {
  ...NO_FAULTS,
  latencyMs: 20,
  error: 0.05,
  busy: 0.05,
  lost: 0.1,
  visibleAfterMs: 400,
};

const SETTLE_MS = 500;

interface KillAtPointsOptions {
  run: BenchRun;
  points: string[];
  /** How many replicas there are: one is started again, two go on. */
  replicaCounts: readonly number[];
}

/** Kills a replica at each point of its work, and compares what is left. */
export async function killAtPoints(
  world: ProvisioningWorld,
  { run, points, replicaCounts }: KillAtPointsOptions,
): Promise<void> {
  const problems: string[] = [];
  const recoveries: number[] = [];
  const takeovers = new Takeovers(world);
  for (const replicaCount of replicaCounts) {
    for (const point of points) {
      const title = `Killed at ${point}, ${replicaCount} of them`;
      await run.progress.step(title, async () => {
        await world.reset(UNRELIABLE);
        const other =
          replicaCount > 1
            ? await world.startReplica(1, { settleMs: SETTLE_MS })
            : undefined;
        const doomed = await world.startReplica(0, {
          failpoint: point,
          settleMs: SETTLE_MS,
        });
        let count = 0;
        // The other one may have been faster with all of them.
        while (!doomed.hasExited) {
          await world.insert(RESOURCES);
          count += RESOURCES;
          await Promise.race([doomed.exited, sleep(3_000)]);
        }
        if (other) {
          await takeovers.noteKill(doomed);
        }
        const next =
          other ?? (await world.startReplica(1, { settleMs: SETTLE_MS }));
        recoveries.push(await world.settle());
        takeovers.collect();
        problems.push(
          ...(await findProblems(world, { count, state: 'ready' })),
        );
        await world.deleteAll();
        await world.settle();
        problems.push(
          ...(await findProblems(world, {
            count,
            state: 'deleted',
          })),
        );
        await next.stop();
      });
    }
  }
  run.results.push(
    {
      name: 'points that a replica was killed at',
      value: recoveries.length,
      unit: '',
    },
    {
      name: 'resources lost, doubled or half done',
      value: problems.length,
      unit: '',
      limit: { kind: 'at most', value: 0 },
    },
    {
      name: 'from the kill until all are ready, p95',
      value: quantile(recoveries, 0.95),
      unit: 's',
      limit: { kind: 'at most', value: 20 },
    },
  );
  takeovers.report(run, 'points');
  run.remarks.push(...problems);
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchRun } from '../plugin/runPluginBench.ts';
import { findProblems } from './findProblems.ts';
import { UNRELIABLE } from './killAtPoints.ts';
import type { ProvisioningReplica } from './ProvisioningReplica.ts';
import type { ProvisioningWorld } from './ProvisioningWorld.ts';
import { Takeovers } from './Takeovers.ts';

const RESOURCES_PER_KILL = 10;
const SETTLE_MS = 500;

/** Kills one of two replicas after the other, at any time, under load. */
export async function killAtRandom(
  world: ProvisioningWorld,
  { run, kills }: { run: BenchRun; kills: number },
): Promise<void> {
  await world.reset(UNRELIABLE);
  const options = { settleMs: SETTLE_MS };
  const replicas: ProvisioningReplica[] = await Promise.all(
    [0, 1].map(number => world.startReplica(number, options)),
  );
  const takeovers = new Takeovers(world);
  await run.progress.step(`${kills} kills`, async () => {
    for (let kill = 0; kill < kills; kill++) {
      await world.insert(RESOURCES_PER_KILL);
      await sleep(200 + Math.random() * 1_800);
      const victim = kill % 2;
      await replicas[victim].stop('SIGKILL');
      await takeovers.noteKill(replicas[victim]);
      replicas[victim] = await world.startReplica(victim, options);
    }
  });
  const count = kills * RESOURCES_PER_KILL;
  const seconds = await world.settle(180);
  const problems = await findProblems(world, { count, state: 'ready' });
  takeovers.collect();
  run.results.push(
    { name: 'kills at any time', value: kills, unit: '' },
    {
      name: 'resources lost, doubled or half done by kills at any time',
      value: problems.length,
      unit: `of ${count}`,
      limit: { kind: 'at most', value: 0 },
    },
    {
      name: 'from the last kill until all are ready',
      value: seconds,
      unit: 's',
      limit: { kind: 'at most', value: 30 },
    },
  );
  takeovers.report(run, 'kills at any time');
  run.remarks.push(...problems);
}

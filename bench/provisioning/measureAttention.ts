import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '@atrium/launcher/src/report.ts';
import type { BenchRun } from '../plugin/runPluginBench.ts';
import type { ProvisioningWorld } from './ProvisioningWorld.ts';
import { NO_FAULTS, type SimulatorFaults } from './SimulatorFaults.ts';

const RESOURCES = 10;
const LIMIT_SECONDS = 60;
const PATIENCE_SECONDS = 120;

/** Ways in which an answer gets lost at a provider that nobody can look at. */
const WAYS: {
  title: string;
  faults: Partial<SimulatorFaults>;
  point?: string;
}[] = [
  { title: 'the answer is lost', faults: { lost: 1 } },
  { title: 'the provider never answers', faults: { isStuck: true } },
  {
    title: 'the worker is killed',
    faults: { latencyMs: 500 },
    point: 'provisioning.reconcile.7',
  },
];

/**
 * How long it takes until a person is asked about a step of which nobody knows
 * what it came to: from the call of the provider to `needs attention`.
 */
export async function measureAttention(
  world: ProvisioningWorld,
  run: BenchRun,
): Promise<void> {
  for (const { title, faults, point } of WAYS) {
    await run.progress.step(`Nobody can look, ${title}`, async () => {
      await world.reset({ ...NO_FAULTS, isBlind: true, ...faults });
      // Whose one place leaves enough to the one that is killed.
      const other = point
        ? await world.startReplica(1, { concurrency: 1 })
        : undefined;
      const first = await world.startReplica(0, { failpoint: point });
      await world.insert(RESOURCES);
      await (point ? first.exited : Promise.resolve());
      const seconds = await watch(world);
      run.results.push(
        {
          name: `needs attention where ${title}, the longest`,
          value: Math.max(...seconds),
          unit: 's',
          limit: { kind: 'at most', value: LIMIT_SECONDS },
        },
        {
          name: `needs attention where ${title}`,
          value: seconds.length,
          unit: `of ${RESOURCES}`,
          // What the other replica begins itself gets an answer.
          limit: { kind: 'at least', value: other ? 1 : RESOURCES },
        },
      );
    });
    await world.stopReplicas();
  }
}

/** Waits until each is ready or needs attention; answers after how many seconds. */
async function watch(world: ProvisioningWorld): Promise<number[]> {
  const parkedAt = new Map<string, number>();
  const until = performance.now() + PATIENCE_SECONDS * 1_000;
  for (;;) {
    const rows = await world.readResources();
    for (const { provider_name: name, state } of rows) {
      if (state === 'needs-attention' && !parkedAt.has(name)) {
        parkedAt.set(name, performance.now());
      }
    }
    const settled = rows.filter(
      ({ state }) => state === 'ready' || state === 'needs-attention',
    );
    if (settled.length === RESOURCES) {
      return Array.from(parkedAt, ([name, at]) => {
        const calledAt = world.simulator.firstCalls.get(name) ?? 0;
        return (at - calledAt) / 1_000;
      });
    }
    if (performance.now() > until) {
      throw new Failure('Somebody should have been asked by now', {
        hint: rows.map(({ state }) => state).join(', '),
      });
    }
    await sleep(50);
  }
}

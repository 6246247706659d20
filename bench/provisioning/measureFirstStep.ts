import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchRun } from '../plugin/runPluginBench.ts';
import { quantile } from '../results/quantile.ts';
import type { ProvisioningWorld } from './ProvisioningWorld.ts';

const REQUESTS = 100;

/** How long after a request the provider is called for the first time. */
export async function measureFirstStep(
  world: ProvisioningWorld,
  run: BenchRun,
): Promise<void> {
  await world.reset();
  const replicas = await Promise.all(
    [0, 1].map(number => world.startReplica(number)),
  );
  const delays: number[] = [];
  await run.progress.step(`${REQUESTS} requests`, async () => {
    await replicas[0].request(1);
    await world.settle();
    for (let number = 0; number < REQUESTS; number++) {
      const startedAt = performance.now();
      const [id] = await replicas[number % 2].request(1);
      const name = `bench-${id.slice(0, 12)}`;
      let calledAt = world.simulator.firstCalls.get(name);
      while (calledAt === undefined) {
        await sleep(1);
        calledAt = world.simulator.firstCalls.get(name);
      }
      delays.push(calledAt - startedAt);
    }
  });
  run.results.push(
    {
      name: 'request to first step, p50',
      value: quantile(delays, 0.5),
      unit: 'ms',
    },
    {
      name: 'request to first step, p95',
      value: quantile(delays, 0.95),
      unit: 'ms',
      limit: { kind: 'at most', value: 500 },
    },
  );
  await world.stopReplicas();
}

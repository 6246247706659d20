import { Failure } from '@atrium/launcher/src/report.ts';
import type { FaultsWorld } from './FaultsWorld.ts';
import type { Replica } from './Replica.ts';
import { waitFor } from './waitFor.ts';

const KILL_SECONDS = 60;

/** Starts a backend that dies at a point of some work, and has it do that. */
export async function startAndDie(
  world: FaultsWorld,
  options: { point: string; work(replica: Replica): Promise<void> },
): Promise<void> {
  const { point, work } = options;
  const replica = world.startReplica(world.ports.replicas[0], {
    NODE_ENV: 'development',
    ATRIUM_FAILPOINT: point,
  });
  // It may be dead before it is ready, or while it answers.
  await replica.waitUntilReady().catch(() => {});
  await work(replica).catch(() => {});
  await waitFor(
    `a kill at ${point}`,
    async () => replica.exit !== undefined,
    KILL_SECONDS,
  );
  const { signal } = await replica.exited;
  if (signal !== 'SIGKILL') {
    throw new Failure(`The backend ended, but was not killed at ${point}`);
  }
}

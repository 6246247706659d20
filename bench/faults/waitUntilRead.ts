import type { FaultsWorld } from './FaultsWorld.ts';
import { waitFor } from './waitFor.ts';

/** Starts a backend on the empty database until it knows what is used of it. */
export async function waitUntilRead(world: FaultsWorld): Promise<void> {
  const { pool, headers, ports } = world;
  const replica = world.startReplica(ports.replicas[0]);
  await replica.waitUntilReady();
  await waitFor('the SLO', async () => {
    const { rows } = await pool.query('SELECT FROM slo.objectives');
    return rows.length === 1;
  });
  for (const ref of [
    'component/default/payments',
    'template/default/node-service',
    'user/default/dana',
  ]) {
    await waitFor(ref, async () => {
      const { ok } = await fetch(
        `${replica.url}/api/catalog/entities/by-name/${ref}`,
        { headers },
      );
      return ok;
    });
  }
  await replica.stop('SIGKILL');
}

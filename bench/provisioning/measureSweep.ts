import type { BenchRun } from '../plugin/runPluginBench.ts';
import { NO_FAULTS } from './SimulatorFaults.ts';
import type { ProvisioningWorld } from './ProvisioningWorld.ts';

const LATENCY_MS = 50;
const LIMIT_SECONDS = 15 * 60;

/** Looks at many live resources of a provider that takes its time. */
export async function measureSweep(
  world: ProvisioningWorld,
  { run, resources }: { run: BenchRun; resources: number },
): Promise<void> {
  await world.reset({ ...NO_FAULTS, latencyMs: LATENCY_MS });
  const { pool } = world.postgres;
  await world.insert(resources);
  await pool.query(`UPDATE resources SET state = 'ready', work_due_at = NULL`);
  const rows = await world.readResources();
  for (const { id, provider_name } of rows) {
    world.simulator.place(provider_name, {
      resourceId: id,
      fingerprint: 'one',
      generation: 1,
      access: 'granted',
    });
  }
  const replica = await world.startReplica(0);
  const startedAt = performance.now();
  await run.progress.step(`${resources} looks`, () => replica.sweep());
  const { rows: left } = await pool.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM resources WHERE observed_at IS NULL OR has_drift',
  );
  run.results.push(
    {
      name: `${resources} live resources looked at, ${LATENCY_MS} ms each`,
      value: (performance.now() - startedAt) / 1_000,
      unit: 's',
      limit: { kind: 'at most', value: LIMIT_SECONDS },
    },
    {
      name: 'of them left out, or said to have drifted',
      value: left[0].count,
      unit: '',
      limit: { kind: 'at most', value: 0 },
    },
  );
  await world.stopReplicas();
}

import type { ProvisioningWorld } from './ProvisioningWorld.ts';

/**
 * Compares what the portal says with what the provider has done, once nothing is
 * left to do: what was lost, doubled, or done without having been written down.
 */
export async function findProblems(
  world: ProvisioningWorld,
  expected: { count: number; state: 'ready' | 'deleted' },
): Promise<string[]> {
  const { postgres, simulator } = world;
  const resources = await world.readResources();
  const problems: string[] = [];
  if (resources.length !== expected.count) {
    problems.push(`${resources.length} of ${expected.count} resources`);
  }
  for (const { provider_name: name, ...resource } of resources) {
    if (resource.state !== expected.state) {
      problems.push(`${name} is ${resource.state}: ${resource.state_reason}`);
    }
    if (simulator.things.has(name) !== (resource.state === 'ready')) {
      problems.push(`${name} is ${resource.state}, which the provider denies`);
    }
  }
  const names = new Set(resources.map(row => row.provider_name));
  for (const name of simulator.things.keys()) {
    if (!names.has(name)) {
      problems.push(`${name} is at the provider and nowhere else`);
    }
  }
  const { rows } = await postgres.pool.query<{ key: string }>(
    'SELECT idempotency_key AS key FROM steps',
  );
  const intents = new Set(rows.map(({ key }) => key));
  const made = new Map<string, number>();
  for (const { call, name, idempotencyKey } of simulator.ledger) {
    if (!intents.has(idempotencyKey)) {
      problems.push(`${call} of ${name} was not written down before`);
    }
    if (call === 'create') {
      made.set(name, (made.get(name) ?? 0) + 1);
    }
  }
  for (const [name, count] of made) {
    if (count > 1) {
      problems.push(`${name} was made ${count} times`);
    }
  }
  const { rows: open } = await postgres.pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM steps WHERE outcome = 'running'`,
  );
  if (open[0].count > 0) {
    problems.push(`${open[0].count} steps have no outcome`);
  }
  const { rows: gaps } = await postgres.pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM resources r WHERE NOT EXISTS (
       SELECT FROM timeline t
       WHERE t.resource_id = r.id AND t.kind = 'state' AND t.to_state = r.state)`,
  );
  if (gaps[0].count > 0) {
    problems.push(`${gaps[0].count} states are not on the time line`);
  }
  return problems;
}

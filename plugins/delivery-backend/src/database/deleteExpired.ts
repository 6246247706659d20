import { deleteInBatches, dropMonthlyPartitions } from '@atrium/backend-common';
import type { Knex } from 'knex';
import type { DeliveryConfig } from '../config/readDeliveryConfig';
import { eventsTable } from './migrateDatabase';

/**
 * Deletes what is older than the configuration says it is to be kept. What
 * runs somewhere stays, however long ago it was deployed; so do open incidents
 * and tickets.
 */
export async function deleteExpired(
  knex: Knex,
  retention: DeliveryConfig['retention'],
  now = Date.now(),
): Promise<void> {
  await dropMonthlyPartitions(knex, eventsTable, {
    before: new Date(now - retention.eventsMs),
  });
  const runs = new Date(now - retention.runsMs);
  const history = new Date(now - retention.historyMs);
  await deleteInBatches(knex, 'runs', { before: runs });
  await deleteInBatches(knex, 'task_runs', { before: runs });
  await knex.raw(
    `DELETE FROM main_branch_states gone WHERE NOT EXISTS (
       SELECT 1 FROM runs
       WHERE entity_ref = gone.entity_ref AND pipeline = gone.pipeline)`,
  );
  await deleteInBatches(knex, 'changes', { before: history });
  await deleteInBatches(knex, 'incidents', {
    before: history,
    condition: "t.state <> 'open'",
  });
  await deleteInBatches(knex, 'tickets', {
    before: history,
    condition: "t.state <> 'open'",
  });
  await deleteInBatches(knex, 'deployments', {
    before: history,
    condition: `EXISTS (
      SELECT 1 FROM deployments newer
      WHERE newer.entity_ref IS NOT DISTINCT FROM t.entity_ref
        AND newer.environment = t.environment AND newer.service = t.service
        AND newer.at > t.at)`,
  });
  await deleteInBatches(knex, 'artifacts', {
    before: history,
    condition:
      'NOT EXISTS (SELECT 1 FROM deployments d WHERE d.artifact_key = t.id)',
  });
}

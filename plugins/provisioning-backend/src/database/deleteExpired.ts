import { deleteInBatches } from '@atrium/backend-common';
import type { Knex } from 'knex';

/** For how long what is over is kept. */
export interface ProvisioningRetention {
  deletedMs: number;
  timelineMs: number;
  idempotencyKeysMs: number;
}

/** Deletes what is older than it is kept. */
export async function deleteExpired(
  knex: Knex,
  retention: ProvisioningRetention,
): Promise<void> {
  const before = (ms: number) => new Date(Date.now() - ms);
  await deleteInBatches(knex, 'idempotency_keys', {
    before: before(retention.idempotencyKeysMs),
    timeColumn: 'created_at',
  });
  // With their requests, time line, journal and credentials.
  await deleteInBatches(knex, 'resources', {
    before: before(retention.deletedMs),
    timeColumn: 'updated_at',
    condition: `t.state IN ('deleted', 'withdrawn')`,
  });
  // Changes of state stay as long as their resource.
  await deleteInBatches(knex, 'timeline', {
    before: before(retention.timelineMs),
    condition: `t.kind <> 'state'`,
  });
  await deleteInBatches(knex, 'steps', {
    before: before(retention.timelineMs),
    timeColumn: 'started_at',
    condition: `t.outcome <> 'running'`,
  });
}

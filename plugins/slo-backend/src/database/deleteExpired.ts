import { deleteInBatches } from '@atrium/backend-common';
import type { Knex } from 'knex';
import { type CountRetention, dropExpiredCounts } from './countTables';

/**
 * Deletes what is older than the configuration says it is to be kept. SLOs that
 * no file has any more go with their alerts, and then what nobody reads.
 */
export async function deleteExpired(
  knex: Knex,
  retention: CountRetention & { alertsMs: number },
  now = new Date(),
): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms);
  await dropExpiredCounts(knex, retention, now);
  await deleteInBatches(knex, 'day_counts', {
    before: before(retention.rollupsMs),
    timeColumn: 'day',
  });
  await deleteInBatches(knex, 'alerts', {
    before: before(retention.alertsMs),
    timeColumn: 'resolved_at',
  });
  await deleteInBatches(knex, 'exclusions', {
    before: before(retention.rollupsMs),
    timeColumn: 'ends_at',
  });
  await deleteInBatches(knex, 'gate_overrides', {
    before: before(retention.alertsMs),
    timeColumn: 'expires_at',
  });
  await deleteInBatches(knex, 'slos', {
    before: before(retention.rollupsMs),
    timeColumn: 'removed_at',
  });
  await deleteUnread(knex, before(retention.minutesMs));
}

/** Series without an objective whose counts are gone by now. */
async function deleteUnread(knex: Knex, before: Date): Promise<void> {
  // Slices first: they read another series, and nobody reads them.
  for (const isDerived of [true, false]) {
    await deleteInBatches(knex, 'series', {
      before,
      timeColumn: 'created_at',
      condition: `(t.derived_from IS NOT NULL) = ${isDerived}
        AND NOT EXISTS (SELECT FROM objectives o
          WHERE o.series_id = t.id OR o.counted_series_id = t.id)
        AND NOT EXISTS (SELECT FROM slos WHERE slos.composite_series_id = t.id)
        AND NOT EXISTS (SELECT FROM series d WHERE d.derived_from = t.id)
        AND NOT EXISTS (SELECT FROM minute_counts m WHERE m.series_id = t.id)`,
    });
  }
}

import type { Knex } from 'knex';
import { addDays, earlierOf, toDay } from '../../calendar/days';

/** What is known of all sums together. */
export interface SnapshotState {
  /** Today, in UTC. */
  today: string;
  /** The day after the last one that all sources have charges for; not after today. */
  completeUntil: string | undefined;
  importedAt: string | undefined;
  /** Whether there is another currency than that of the portal. */
  isMixed: boolean;
}

/** A source that has had no charge for this long before another has ended. */
const ENDED_AFTER_DAYS = 35;

/**
 * Up to when charges are complete, when the last ones came, and in which currencies.
 *
 * @remarks Of a source that ended, charges are complete: it would hold back all
 * others for good.
 */
export async function readSnapshotState(
  trx: Knex,
  currency: string,
): Promise<SnapshotState> {
  const today = toDay(Date.now());
  const { rows } = await trx
    .raw(
      `SELECT ARRAY(
       SELECT to_char(max(l.day), 'YYYY-MM-DD') AS last_day
       FROM (SELECT DISTINCT ON (source) source, id FROM generations
             WHERE state = 'active' AND kind = 'charges'
             ORDER BY source, month DESC) g
       CROSS JOIN LATERAL (
         SELECT day FROM daily_dimension_costs
         WHERE generation_id = g.id AND day < ?::date
         ORDER BY generation_id DESC, day DESC LIMIT 1) l
       GROUP BY g.source ORDER BY 1) AS "lastDays",
       (SELECT max(finished_at) FROM imports WHERE state = 'imported') AS "importedAt",
       coalesce((SELECT min(currency) <> ? OR max(currency) <> ? FROM dimensions), false)
         AS "isMixed"`,
      [today, currency, currency],
    )
    // Planned once for each connection.
    .options({ name: 'cost-snapshot' });
  const { importedAt, isMixed, lastDays }: StateRow = rows[0];
  const newest = lastDays.at(-1);
  const oldest = lastDays.find(
    day => newest !== undefined && day > addDays(newest, -ENDED_AFTER_DAYS),
  );
  return {
    today,
    completeUntil: oldest && earlierOf(addDays(oldest, 1), today),
    importedAt: importedAt?.toISOString(),
    isMixed,
  };
}

interface StateRow {
  importedAt: Date | null;
  isMixed: boolean;
  lastDays: string[];
}

import type { DayPeriod } from '@atrium/plugin-cost-common';
import type { Knex } from 'knex';
import type { Target } from '../../answers/access/CostScopes';
import type { Snapshot } from '../../answers/sums/Snapshot';

/** An entity whose days cost something else than when they were looked at. */
export interface ChangedTarget extends Target {
  /** Of what its days cost. */
  hash: string;
}

/** Keeps what the days of entities cost when they were looked at. */
export class LookedAtTargets {
  /**
   * Those whose days cost something else since. Those that cost nothing in the
   * period are left out, unless something unusual is known of it.
   *
   * @param options - `basis` is what the answer depends on beside the days
   */
  async listChanged(
    { currency, trx }: Pick<Snapshot, 'currency' | 'trx'>,
    options: DayPeriod & { basis: string; targetIds: readonly number[] },
  ): Promise<ChangedTarget[]> {
    const { basis, from, targetIds, to } = options;
    const { rows } = await trx.raw(
      `WITH days AS (
         SELECT target_id, day, currency, trim_scale(sum(effective)) AS amount
         FROM daily_target_costs
         WHERE generation_id IN (SELECT id FROM generations WHERE state = 'active')
           AND target_id = ANY(:targetIds::int[])
           AND day >= :from::date AND day < :to::date
         GROUP BY 1, 2, 3
       ), rates AS (
         SELECT string_agg(concat_ws(' ', currency, month, rate), ','
           ORDER BY currency, month) AS all_rates FROM exchange_rates
       ), present AS (
         SELECT target_id, md5(concat_ws(E'\\n', :basis::text, :to::text,
           string_agg(concat_ws(' ', day, currency, amount), ',' ORDER BY day, currency),
           CASE WHEN bool_or(currency <> :currency)
             THEN (SELECT all_rates FROM rates) END)) AS hash
         FROM days GROUP BY 1
         UNION ALL
         SELECT DISTINCT t.id, md5(concat_ws(' ', 'nothing', :to::text))
         FROM targets t JOIN anomalies a ON a.entity_ref = t.ref
         WHERE t.id = ANY(:targetIds::int[]) AND a.last_day >= :from::date
           AND NOT EXISTS (SELECT FROM days d WHERE d.target_id = t.id)
       )
       SELECT t.id, t.ref, p.hash FROM present p
       JOIN targets t ON t.id = p.target_id
       LEFT JOIN looked_at_targets l ON l.target_id = t.id
       WHERE l.hash IS DISTINCT FROM p.hash ORDER BY t.id`,
      { basis, currency, from, targetIds: [...targetIds], to },
    );
    return rows;
  }

  async save(
    trx: Knex.Transaction,
    targets: readonly ChangedTarget[],
  ): Promise<void> {
    await trx.raw(
      `INSERT INTO looked_at_targets (target_id, hash)
       SELECT n.id, n.hash FROM jsonb_to_recordset(?::jsonb) AS n (id int, hash text)
       JOIN targets t ON t.id = n.id
       ON CONFLICT (target_id) DO UPDATE SET hash = excluded.hash`,
      [JSON.stringify(targets)],
    );
  }
}

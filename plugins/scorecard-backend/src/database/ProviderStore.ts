import type { Knex } from 'knex';

/** How a provider is doing. */
export interface ProviderState {
  lastCollectedAt: string | undefined;
  failure: { message: string; since: string } | undefined;
}

/** How many entities a fact is known of. */
export interface FactCoverage {
  provider: string;
  fact: string;
  knownCount: number;
  staleCount: number;
}

interface ProviderRow {
  id: string;
  last_collected_at: Date | null;
  failure: string | null;
  failing_since: Date | null;
}

/** Keeps how providers are doing. */
export class ProviderStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Takes note of an answer. */
  async markAnswered(id: string): Promise<void> {
    await this.#knex('fact_providers')
      .insert({ id, last_collected_at: this.#knex.fn.now() })
      .onConflict('id')
      .merge({
        last_collected_at: this.#knex.fn.now(),
        failure: null,
        failing_since: null,
      });
  }

  /**
   * Takes note of a failure.
   *
   * @returns whether it is a new one, to be reported
   */
  async markFailed(id: string, message: string): Promise<boolean> {
    const { rows } = await this.#knex.raw(
      `INSERT INTO fact_providers AS p (id, failure, failing_since)
       VALUES (:id, :message, now())
       ON CONFLICT (id) DO UPDATE SET failure = excluded.failure,
         failing_since = coalesce(p.failing_since, excluded.failing_since)
       RETURNING failing_since = now() AS is_new`,
      { id, message: message.slice(0, 1000) },
    );
    return rows[0]?.is_new === true;
  }

  /** How all of them are doing, by id. */
  async list(): Promise<Map<string, ProviderState>> {
    const rows: ProviderRow[] = await this.#knex('fact_providers');
    return new Map(
      rows.map(row => [
        row.id,
        {
          lastCollectedAt: row.last_collected_at?.toISOString(),
          failure:
            row.failure !== null && row.failing_since
              ? { message: row.failure, since: row.failing_since.toISOString() }
              : undefined,
        },
      ]),
    );
  }

  /** How many entities each provider is asked about. */
  async countEntities(): Promise<Map<string, number>> {
    const { rows } = await this.#knex.raw(
      `SELECT f.provider, count(*)::int AS count
       FROM facts f JOIN entities e ON e.id = f.entity_id AND e.removed_at IS NULL
       GROUP BY 1`,
    );
    return new Map(
      rows.map((row: { provider: string; count: number }) => [
        row.provider,
        row.count,
      ]),
    );
  }

  /**
   * How many entities each fact is known of.
   *
   * @param freshness - how old facts may be, in milliseconds, by provider
   */
  async countKnown(
    freshness: Readonly<Record<string, number>>,
  ): Promise<FactCoverage[]> {
    const { rows } = await this.#knex.raw(
      `SELECT f.provider, k.fact,
         count(*) FILTER (WHERE is_fresh)::int AS "knownCount",
         count(*) FILTER (WHERE NOT is_fresh)::int AS "staleCount"
       FROM (
         SELECT f.provider, f."values", f.observed_at >= now()
           - (?::jsonb ->> f.provider)::bigint * interval '1 millisecond' AS is_fresh
         FROM facts f JOIN entities e ON e.id = f.entity_id AND e.removed_at IS NULL
         WHERE f."values" IS NOT NULL
       ) f, jsonb_object_keys(f."values") AS k (fact)
       GROUP BY 1, 2`,
      [JSON.stringify(freshness)],
    );
    return rows;
  }
}

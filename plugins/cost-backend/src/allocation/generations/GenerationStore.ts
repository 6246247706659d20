import type { Knex } from 'knex';
import type { ChargeGeneration } from './buildChargeSums';

/** What a source has of a billing period, by an import. */
export type Slice = Pick<ChargeGeneration, 'importId' | 'source' | 'month'>;

const SUM_TABLES = [
  'daily_costs',
  'monthly_costs',
  'monthly_key_costs',
  'daily_key_costs',
  'daily_target_costs',
  'daily_dimension_costs',
  'daily_organization_costs',
];

/** A reader that began before a set of sums was retired still finds it. */
const KEEP_RETIRED = '10 minutes';

/** Keeps which sets of sums there are, and which count. */
export class GenerationStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Begins sets of sums, which do not count yet. */
  async create(slices: readonly Slice[]): Promise<ChargeGeneration[]> {
    const { rows } = await this.#knex.raw(
      `INSERT INTO generations (kind, source, month, import_id, state)
       SELECT 'charges', source, month, "importId", 'building'
       FROM jsonb_to_recordset(?::jsonb) AS s (source text, month date, "importId" int)
       RETURNING id, source, to_char(month, 'YYYY-MM-DD') AS month, import_id AS "importId"`,
      [JSON.stringify(slices)],
    );
    return rows;
  }

  /**
   * Begins the sets of what pools give away in calendar months.
   *
   * @param options - whether only for months that have such a set so far
   */
  async createSplits(
    months: readonly string[],
    { onlyReplace }: { onlyReplace: boolean },
  ): Promise<{ id: number; month: string }[]> {
    const { rows } = await this.#knex.raw(
      `INSERT INTO generations (kind, month, state)
       SELECT 'split', month, 'building' FROM unnest(?::date[]) AS m (month)
       WHERE NOT ? OR EXISTS (
         SELECT FROM generations g
         WHERE g.kind = 'split' AND g.state = 'active' AND g.month = m.month)
       RETURNING id, to_char(month, 'YYYY-MM-DD') AS month`,
      [[...months], onlyReplace],
    );
    return rows;
  }

  /** The first days of the calendar months that some sets have charges in. */
  async listMonths(ids: readonly number[]): Promise<string[]> {
    const { rows } = await this.#knex.raw(
      `SELECT DISTINCT to_char(month, 'YYYY-MM-DD') AS month FROM monthly_costs
       WHERE generation_id = ANY(?::int[]) ORDER BY 1`,
      [[...ids]],
    );
    return rows.map((row: { month: string }) => row.month);
  }

  /** What counts now. */
  async listActive(): Promise<ChargeGeneration[]> {
    const { rows } = await this.#knex.raw(
      `SELECT id, source, to_char(month, 'YYYY-MM-DD') AS month, import_id AS "importId"
       FROM generations WHERE kind = 'charges' AND state = 'active' ORDER BY id`,
    );
    return rows;
  }

  /** What counts now and has a charge on a day or after it. */
  async listActiveSince(day: string | undefined): Promise<ChargeGeneration[]> {
    const active = await this.listActive();
    if (day === undefined) {
      return active;
    }
    const { rows } = await this.#knex.raw(
      `SELECT DISTINCT generation_id FROM daily_target_costs
       WHERE day >= ? AND generation_id = ANY(?::int[])`,
      [day, active.map(({ id }) => id)],
    );
    const ids = new Set(
      rows.map((row: { generation_id: number }) => row.generation_id),
    );
    return active.filter(({ id }) => ids.has(id));
  }

  /** When the oldest of the splits of some calendar months was worked out. */
  async findOldestSplit(months: readonly string[]): Promise<Date | undefined> {
    const { rows } = await this.#knex.raw(
      `SELECT min(created_at) AS at FROM generations
       WHERE kind = 'split' AND state = 'active' AND month = ANY(?::date[])`,
      [[...months]],
    );
    return rows[0].at ?? undefined;
  }

  /** Has sets of sums take the place of those for the same source and month. */
  async activate(trx: Knex.Transaction, ids: readonly number[]): Promise<void> {
    const bindings = { ids: [...ids] };
    await trx.raw(
      `INSERT INTO slices (source, month, import_id)
       SELECT source, month, import_id FROM generations
       WHERE id = ANY(:ids::int[]) AND kind = 'charges'
       ON CONFLICT (source, month) DO UPDATE SET import_id = excluded.import_id`,
      bindings,
    );
    await trx.raw(
      `UPDATE generations old SET state = 'retired', retired_at = now()
       FROM generations new
       WHERE new.id = ANY(:ids::int[]) AND old.state = 'active'
         AND old.kind = new.kind AND old.month = new.month
         AND old.source IS NOT DISTINCT FROM new.source`,
      bindings,
    );
    await trx.raw(
      `UPDATE generations SET state = 'active' WHERE id = ANY(:ids::int[])`,
      bindings,
    );
  }

  /**
   * Removes what is being built; only for whoever has the lock, when nothing is, so
   * that it is what a dead replica left.
   */
  async removeAbandoned(): Promise<number> {
    await this.#knex('key_target_changes').delete();
    return this.#remove(`state = 'building'`);
  }

  /** Removes what stopped counting a while ago. */
  async removeRetired(): Promise<number> {
    return this.#remove(
      `state = 'retired' AND retired_at < now() - interval '${KEEP_RETIRED}'`,
    );
  }

  async #remove(condition: string): Promise<number> {
    const ids: number[] = await this.#knex('generations')
      .whereRaw(condition)
      .orderBy('id')
      .pluck('id');
    for (const id of ids) {
      for (const table of SUM_TABLES) {
        await this.#knex(table).where({ generation_id: id }).delete();
      }
      await this.#knex('generations').where({ id }).delete();
    }
    return ids.length;
  }
}

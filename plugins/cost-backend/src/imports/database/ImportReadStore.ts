import type {
  ImportsQuery,
  ImportState,
  Reconciliation,
} from '@atrium/plugin-cost-common';
import type { Knex } from 'knex';
import { type StoredImport, storedImportSchema } from './StoredImport';

/** Which imports are listed. */
export interface ImportListOptions extends Pick<ImportsQuery, 'source'> {
  state?: ImportState;
  limit: number;
  /** Only those after this one, newest first. */
  before?: [receivedAt: string, id: number];
}

const AS_MONTHS =
  "coalesce(array_agg(to_char(month, 'YYYY-MM') ORDER BY month), '{}')";

/**
 * By account and month, what pages show of an import: of a list, by the sums of the
 * organisation, which are few; of one import, by whose each charge is.
 */
const shownBy = (table: 'daily_costs' | 'daily_dimension_costs') => `
  SELECT g.import_id, g.month, d.billing_account_id, d.currency,
    sum(c.billed) AS billed
  FROM generations g
  JOIN ${table} c ON c.generation_id = g.id
  JOIN dimensions d ON d.id = c.dimension_id
  WHERE g.kind = 'charges' AND g.state = 'active' AND g.import_id = ANY (:ids)
  GROUP BY 1, 2, 3, 4`;

const reconciledBy = (table: Parameters<typeof shownBy>[0]) => `
  WITH shown AS (${shownBy(table)}), said AS (
    SELECT import_id, month, billing_account_id, currency,
      count(*)::int AS invoice_count, sum(billed) AS billed
    FROM import_sums WHERE import_id = ANY (:ids)
    GROUP BY 1, 2, 3, 4)
  SELECT s.import_id, to_char(s.month, 'YYYY-MM') AS month, s.invoice_id,
    s.billing_account_id, s.currency, said.invoice_count,
    trim_scale(s.billed) AS billed, trim_scale(coalesce(s.stored, 0)) AS stored,
    trim_scale(coalesce(shown.billed, 0)) AS allocated,
    s.stored IS NOT DISTINCT FROM s.billed
      AND coalesce(shown.billed, 0) = said.billed AS is_equal
  FROM import_sums s
  JOIN said USING (import_id, month, billing_account_id, currency)
  LEFT JOIN shown USING (import_id, month, billing_account_id, currency)
  WHERE (s.import_id, s.month) IN (SELECT import_id, month FROM slices)
  ORDER BY s.month, s.billing_account_id, s.currency, s.invoice_id`;

/** Reads how imports went. */
export class ImportReadStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Newest first, at most one more than `limit`. */
  async list(options: ImportListOptions): Promise<StoredImport[]> {
    const query = this.#select({ withReport: false })
      .orderBy([
        { column: 'received_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(options.limit + 1);
    this.#filter(query, options);
    if (options.before) {
      query.whereRaw('(received_at, id) < (?, ?)', options.before);
    }
    return this.#parse(await query);
  }

  async count(
    options: Pick<ImportListOptions, 'source' | 'state'>,
  ): Promise<number> {
    const query = this.#knex('imports as i').count({ count: '*' });
    this.#filter(query, options);
    const [row] = await query;
    return Number(row?.count ?? 0);
  }

  async find(id: number): Promise<StoredImport | undefined> {
    const [found] = await this.#parse(
      await this.#select({ withReport: true }).where({ id }),
    );
    return found;
  }

  /** What invoices say and what is kept of them, of months that are in force. */
  async reconcile(id: number): Promise<Reconciliation[]> {
    const { rows } = await this.#knex.raw(reconciledBy('daily_costs'), {
      ids: [id],
    });
    return rows.map((row: Record<string, string>) => ({
      month: row.month,
      ...(row.invoice_id !== '' && { invoiceId: row.invoice_id }),
      billingAccountId: row.billing_account_id,
      currency: row.currency,
      sourceAmount: row.billed,
      storedAmount: row.stored,
      allocatedAmount: row.allocated,
      invoiceCount: row.invoice_count,
      isEqual: row.is_equal,
    }));
  }

  async #parse(rows: { id: number }[]): Promise<StoredImport[]> {
    const reconciled = await this.#knex.raw(
      `SELECT import_id, bool_and(is_equal) AS is_reconciled
       FROM (${reconciledBy('daily_dimension_costs')}) r GROUP BY 1`,
      { ids: rows.map(({ id }) => id) },
    );
    const byId = new Map<number, boolean>(
      reconciled.rows.map(
        (row: { import_id: number; is_reconciled: boolean }) => [
          row.import_id,
          row.is_reconciled,
        ],
      ),
    );
    return rows.map(row =>
      storedImportSchema.parse({
        ...row,
        is_reconciled: byId.get(row.id) ?? null,
      }),
    );
  }

  #select({ withReport }: { withReport: boolean }): Knex.QueryBuilder {
    const raw = (sql: string) => this.#knex.raw(sql);
    const countOf = (severity: string) =>
      raw(`(SELECT count(*)::int
        FROM jsonb_array_elements(i.report -> 'problems') p
        WHERE p ->> 'severity' = '${severity}') AS ${severity}_count`);
    return this.#knex('imports as i').select(
      'id',
      'source',
      'name',
      'format',
      'state',
      'message',
      'messages',
      'requested_by',
      'received_at',
      'finished_at',
      'bytes',
      'row_count',
      ...(withReport ? ['report'] : []),
      raw(`(SELECT ${AS_MONTHS} FROM unnest(i.months) AS m (month)) AS months`),
      raw(
        `(SELECT ${AS_MONTHS} FROM slices s WHERE s.import_id = i.id) AS months_in_force`,
      ),
      raw(`(SELECT coalesce(json_agg(t), '[]') FROM (
        SELECT currency, trim_scale(sum(billed))::text AS billed,
          trim_scale(sum(effective))::text AS effective
        FROM import_sums s WHERE s.import_id = i.id
        GROUP BY 1 ORDER BY 1) t) AS totals`),
      countOf('error'),
      countOf('warning'),
    );
  }

  #filter(
    query: Knex.QueryBuilder,
    { source, state }: Pick<ImportListOptions, 'source' | 'state'>,
  ): void {
    if (source !== undefined) {
      query.where({ source });
    }
    if (state !== undefined) {
      query.where({ state });
    }
  }
}

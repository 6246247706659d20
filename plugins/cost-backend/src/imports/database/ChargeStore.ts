import { failpoint } from '@atrium/backend-common';
import type { Knex } from 'knex';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { HAS_SEVERAL_DAYS_INDEX } from '../../allocation/generations/chargeDays';
import {
  CHARGE_COLUMNS,
  DIMENSION_COLUMNS,
  KEY_COLUMNS,
} from '../reading/ChargeEncoder';
import type { DeliverySum } from '../reading/DeliverySums';
import type { Reading } from '../reading/ReadingThread';
import type { ReadResult } from '../reading/ReadTask';
import { DIMENSIONS_FILE, KEYS_FILE } from '../reading/readWorker';

/** A delivery was read to its end and has errors: nothing of it is kept. */
export class RefusedDelivery extends Error {
  constructor(readonly result: ReadResult) {
    super('The delivery has errors');
    this.name = 'RefusedDelivery';
  }
}

interface FillOptions {
  importId: number;
  reading: Reading;
  /** Where the thread leaves keys and dimensions. */
  folder: string;
}

/** What a connection takes: a stream that is written to. */
interface CopyConnection {
  query(stream: ReturnType<typeof copyFrom>): ReturnType<typeof copyFrom>;
}

/** Keeps the rows of imports: each has a partition of its own. */
export class ChargeStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Writes what is read, with its keys, dimensions and sums, and adds the sums up
   * again over what was written. All of it is there afterwards or nothing, also
   * when the portal is killed: it is one transaction.
   *
   * @throws RefusedDelivery
   */
  async fill(options: FillOptions): Promise<ReadResult> {
    const { folder, importId, reading } = options;
    const table = partitionOf(importId);
    return this.#knex.transaction(async trx => {
      await trx.raw('CREATE TABLE ?? (LIKE charges INCLUDING DEFAULTS)', [
        table,
      ]);
      const result = await copyRows(trx, { table, reading });
      if (result.hasErrors) {
        throw new RefusedDelivery(result);
      }
      await copyNew(trx, {
        table: 'keys',
        columns: KEY_COLUMNS,
        file: join(folder, KEYS_FILE),
      });
      await copyNew(trx, {
        table: 'dimensions',
        columns: DIMENSION_COLUMNS,
        file: join(folder, DIMENSIONS_FILE),
      });
      await saveSums(trx, { importId, sums: result.sums });
      await attach(trx, importId);
      await requireEqualSums(trx, importId);
      failpoint('cost.rows.1');
      const months = [...new Set(result.sums.map(({ month }) => month))];
      await trx('imports')
        .where({ id: importId })
        .update({
          months: trx.raw('?::date[]', [months.toSorted()]),
          row_count: result.report.rowCount,
          report: JSON.stringify(result.report),
        });
      return result;
    });
  }

  /** Removes the rows of an import; there may be none. */
  async drop(importId: number): Promise<void> {
    await this.#knex.raw('DROP TABLE IF EXISTS ??', [partitionOf(importId)]);
  }

  /**
   * Imports with rows of which none counts any more, that others replaced or that
   * failed before a point in time.
   */
  async listReplaced(before: Date): Promise<number[]> {
    const { rows } = await this.#knex.raw(
      `SELECT i.id FROM imports i
       WHERE i.state IN ('imported', 'failed') AND i.finished_at < ?
         AND to_regclass('charges_' || i.id) IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM slices s WHERE s.import_id = i.id)
         AND NOT EXISTS (
           SELECT 1 FROM generations g
           WHERE g.import_id = i.id AND g.state <> 'retired')
       ORDER BY i.id`,
      [before],
    );
    return rows.map(({ id }: { id: number }) => id);
  }
}

function partitionOf(importId: number): string {
  return `charges_${importId}`;
}

async function copyRows(
  trx: Knex.Transaction,
  { reading, table }: { reading: Reading; table: string },
): Promise<ReadResult> {
  let result: ReadResult | undefined;
  async function* pieces() {
    result = yield* reading.pieces;
  }
  await copy(trx, {
    // Nobody else sees the table yet, so its rows need no later visit.
    statement: `COPY ${table} (${CHARGE_COLUMNS.join(
      ', ',
    )}) FROM STDIN WITH (FREEZE)`,
    lines: pieces(),
  });
  if (!result) {
    throw new Error('The thread that reads has not said what it read');
  }
  return result;
}

interface CopyNewOptions {
  table: 'keys' | 'dimensions';
  columns: string[];
  file: string;
}

/** Adds rows that are not there, in order, so that two imports never deadlock. */
async function copyNew(
  trx: Knex.Transaction,
  { columns, file, table }: CopyNewOptions,
): Promise<void> {
  const names = columns.join(', ');
  await trx.raw(
    `CREATE TEMP TABLE new_${table} (LIKE ${table} INCLUDING DEFAULTS) ON COMMIT DROP`,
  );
  await copy(trx, {
    statement: `COPY new_${table} (${names}) FROM STDIN`,
    lines: createReadStream(file),
  });
  await trx.raw(
    `INSERT INTO ${table} (${names})
     SELECT DISTINCT ON (id) ${names} FROM new_${table} ORDER BY id
     ON CONFLICT (id) DO NOTHING`,
  );
}

async function copy(
  trx: Knex.Transaction,
  { lines, statement }: { lines: AsyncIterable<Uint8Array>; statement: string },
): Promise<void> {
  const connection: CopyConnection = await trx.client.acquireConnection();
  await pipeline(lines, connection.query(copyFrom(statement)));
}

async function saveSums(
  trx: Knex.Transaction,
  { importId, sums }: { importId: number; sums: DeliverySum[] },
): Promise<void> {
  await trx.raw(
    `INSERT INTO import_sums (
       import_id, month, invoice_id, billing_account_id, currency, row_count,
       billed, effective)
     SELECT ?, month, "invoiceId", "billingAccountId", currency, "rowCount",
       billed, effective
     FROM json_to_recordset(?) AS sum (
       month date, "invoiceId" text, "billingAccountId" text, currency text,
       "rowCount" bigint, billed numeric, effective numeric)`,
    [importId, JSON.stringify(sums)],
  );
}

/** With a check, PostgreSQL does not look at every row when it is attached. */
async function attach(trx: Knex.Transaction, importId: number): Promise<void> {
  const table = partitionOf(importId);
  const id = trx.raw(String(importId));
  await trx.raw('CREATE INDEX ?? ON ?? (key_id, charge_start)', [
    `${table}_by_key`,
    table,
  ]);
  await trx.raw('CREATE INDEX ?? ON ?? (charge_start)', [
    `${table}_by_time`,
    table,
  ]);
  await trx.raw(
    `CREATE INDEX ?? ON ?? (charge_start) WHERE ${HAS_SEVERAL_DAYS_INDEX}`,
    [`${table}_several_days`, table],
  );
  await trx.raw('ALTER TABLE ?? ADD CHECK (import_id = ?)', [table, id]);
  await trx.raw('ALTER TABLE charges ATTACH PARTITION ?? FOR VALUES IN (?)', [
    table,
    id,
  ]);
  await trx.raw('ANALYZE ??', [table]);
}

/** What is kept adds up to what was read, to the last digit. */
async function requireEqualSums(
  trx: Knex.Transaction,
  importId: number,
): Promise<void> {
  await trx.raw(
    `UPDATE import_sums s SET stored = kept.billed
     FROM (
       SELECT c.month, coalesce(c.invoice_id, '') AS invoice_id,
         d.billing_account_id, d.currency, sum(c.billed) AS billed,
         count(*) AS row_count
       FROM ?? c JOIN dimensions d ON d.id = c.dimension_id
       GROUP BY 1, 2, 3, 4) kept
     WHERE s.import_id = ? AND s.month = kept.month
       AND s.invoice_id = kept.invoice_id AND s.row_count = kept.row_count
       AND s.billing_account_id = kept.billing_account_id
       AND s.currency = kept.currency`,
    [partitionOf(importId), importId],
  );
  const different = await trx('import_sums')
    .where({ import_id: importId })
    .whereRaw('stored IS DISTINCT FROM billed')
    .first('month', 'invoice_id', 'billed', 'stored');
  if (different) {
    throw new Error(
      `The rows that are kept do not add up to what was read: ${JSON.stringify(
        different,
      )}`,
    );
  }
}

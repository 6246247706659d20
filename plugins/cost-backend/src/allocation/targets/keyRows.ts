import type { ChargeKey } from '@atrium/plugin-cost-common';
import type { Knex } from 'knex';

/** A key with a version of the rules that is asked about it. */
export interface KeyRow {
  version: number;
  id: string;
  key: ChargeKey;
  /** Where it goes so far, where that was asked for. */
  targetId: number | undefined;
  rule: string | undefined;
}

/** The columns of `keys` that rules look at. */
export interface KeyColumns {
  source: string;
  provider: string;
  billing_account_id: string;
  sub_account_id: string | null;
  sub_account_name: string | null;
  service_name: string;
  service_category: string | null;
  region: string | null;
  resource_id: string | null;
  resource_name: string | null;
  resource_type: string | null;
  tags: Record<string, string>;
}

interface RawKeyRow extends KeyColumns {
  version: number;
  id: string;
  target_id?: number;
  rule?: string | null;
}

const BATCH = 5_000;

/**
 * Goes through the keys that a query finds, some thousands at a time.
 *
 * @param query - SQL for the columns of `keys` and `version`
 */
export async function* readKeyRows(
  trx: Knex.Transaction,
  query: CursorQuery,
): AsyncGenerator<KeyRow[]> {
  for await (const rows of readCursor<RawKeyRow>(trx, query)) {
    yield rows.map(row => ({
      version: row.version,
      id: row.id,
      targetId: row.target_id,
      rule: row.rule ?? undefined,
      key: toChargeKey(row),
    }));
  }
}

/** A query whose rows may be too many to hold. */
export interface CursorQuery {
  sql: string;
  bindings: readonly Knex.RawBinding[];
}

/** Goes through the rows of a query, some thousands at a time. */
export async function* readCursor<Row>(
  trx: Knex.Transaction,
  { bindings, sql }: CursorQuery,
): AsyncGenerator<Row[]> {
  // All rows are read, so the plan need not be quick to the first ones.
  await trx.raw('SET LOCAL cursor_tuple_fraction = 1');
  await trx.raw(`DECLARE some_rows NO SCROLL CURSOR FOR ${sql}`, [...bindings]);
  for (;;) {
    const { rows } = await trx.raw(`FETCH ${BATCH} FROM some_rows`);
    if (rows.length === 0) {
      break;
    }
    yield rows;
  }
  await trx.raw('CLOSE some_rows');
}

/** A key as rules look at it. */
export function toChargeKey(row: KeyColumns): ChargeKey {
  return {
    source: row.source,
    provider: row.provider,
    billingAccountId: row.billing_account_id,
    subAccountId: row.sub_account_id ?? undefined,
    subAccountName: row.sub_account_name ?? undefined,
    serviceName: row.service_name,
    serviceCategory: row.service_category ?? undefined,
    region: row.region ?? undefined,
    resourceId: row.resource_id ?? undefined,
    resourceName: row.resource_name ?? undefined,
    resourceType: row.resource_type ?? undefined,
    tags: row.tags,
  };
}

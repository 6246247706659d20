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

interface RawKeyRow {
  version: number;
  id: string;
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
  query: { sql: string; bindings: readonly Knex.RawBinding[] },
): AsyncGenerator<KeyRow[]> {
  await trx.raw(`DECLARE key_rows NO SCROLL CURSOR FOR ${query.sql}`, [
    ...query.bindings,
  ]);
  for (;;) {
    const { rows } = await trx.raw(`FETCH ${BATCH} FROM key_rows`);
    if (rows.length === 0) {
      break;
    }
    yield rows.map(toKeyRow);
  }
  await trx.raw('CLOSE key_rows');
}

function toKeyRow(row: RawKeyRow): KeyRow {
  return {
    version: row.version,
    id: row.id,
    targetId: row.target_id,
    rule: row.rule ?? undefined,
    key: {
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
    },
  };
}

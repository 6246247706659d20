import {
  cursorTime,
  PageCursor,
  type ScopeOptions,
  toPage,
} from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import type { CostRow, rowsQuerySchema } from '@atrium/plugin-cost-common';
import { z } from 'zod';
import { namePools } from '../../allocation/pools/readPoolTitles';
import { UNALLOCATED_TARGET_ID } from '../../allocation/targets/TargetIds';
import { findMonthPeriods } from '../reads/monthPeriods';
import type { ReadContext } from '../reads/ReadContext';
import { readPeriod } from '../reads/readPeriod';
import { toFilters } from '../reads/toFilters';
import { Snapshot } from '../sums/Snapshot';
import { allocatedCharges, type ChargeQuery } from './allocatedCharges';
import { hideEntities } from './hideEntities';

type Query = z.output<typeof rowsQuerySchema>;

const cursors = new PageCursor(z.tuple([cursorTime, z.int32(), z.int()]));

/** Lists the rows of bills as the provider has them. */
export class RowReads {
  readonly #context: ReadContext;

  constructor(context: ReadContext) {
    this.#context = context;
  }

  /** The newest first, for who may read them. */
  async list(query: Query, options: ScopeOptions): Promise<Page<CostRow>> {
    const { access, scopes, visible } = this.#context;
    const scope = await scopes.find(query.entityRef, options);
    const readable = await access.requireRows(scope, options);
    const page = await Snapshot.read(this.#context, snapshot =>
      readPage(snapshot, {
        ...query,
        targetIds: query.isUnallocated
          ? (readable ?? [UNALLOCATED_TARGET_ID]).filter(
              id => id === UNALLOCATED_TARGET_ID,
            )
          : readable,
      }),
    );
    const named = await namePools(this.#context.knex, page.items);
    return {
      ...page,
      items: await hideEntities(named, { ...options, visible }),
    };
  }
}

async function readPage(
  snapshot: Snapshot,
  query: Query & { targetIds: number[] | undefined },
): Promise<Page<CostRow>> {
  const { limit, resourceId, targetIds } = query;
  const asked = {
    ...readPeriod(query, findMonthPeriods(snapshot, undefined).complete),
    filters: toFilters(query),
    targetIds,
  };
  const after = cursors.decode(query.cursor);
  const page = { after, limit: limit + 1 };
  const charges = await allocatedCharges(
    snapshot,
    { ...asked, resourceId },
    { page },
  );
  const totalItems =
    resourceId === undefined
      ? await snapshot.count(asked)
      : await countCharges(snapshot, { ...asked, resourceId });
  const { rows } = await snapshot.trx.raw(
    `SELECT c.import_id, c.row_number::text, c.source, c.charge_start, c.charge_end,
       k.provider, k.service_name, k.service_category, k.sub_account_id,
       k.sub_account_name, k.region, k.resource_id, k.resource_name,
       d.charge_category, d.charge_class, c.description, c.invoice_id,
       c.consumed_quantity::text, c.consumed_unit, d.currency, c.billed::text,
       c.effective::text, c.list::text, c.contracted::text, k.tags, c.rule, g.kind, g.ref
     FROM (${charges.sql}) c
     JOIN keys k ON k.id = c.key_id
     JOIN dimensions d ON d.id = c.dimension_id
     JOIN targets g ON g.id = c.target_id
     ORDER BY c.charge_start DESC, c.import_id DESC, c.row_number DESC`,
    charges.bindings,
  );
  return toPage((rows as ChargeRow[]).map(toRow), {
    limit,
    totalItems,
    toCursor: ({ chargeStart, importId, row }) =>
      cursors.encode([chargeStart, Number(importId), row]),
  });
}

/** Of a resource there are few: an index finds them. */
async function countCharges(
  snapshot: Snapshot,
  query: ChargeQuery,
): Promise<number> {
  const { sql, bindings } = await allocatedCharges(snapshot, query);
  const { rows } = await snapshot.trx.raw(
    `SELECT count(*)::int AS count FROM (${sql}) c`,
    bindings,
  );
  return rows[0].count;
}

interface ChargeRow {
  import_id: number;
  row_number: string;
  source: string;
  charge_start: Date;
  charge_end: Date;
  provider: string;
  service_name: string;
  service_category: string | null;
  sub_account_id: string | null;
  sub_account_name: string | null;
  region: string | null;
  resource_id: string | null;
  resource_name: string | null;
  charge_category: string;
  charge_class: string | null;
  description: string | null;
  invoice_id: string | null;
  consumed_quantity: string | null;
  consumed_unit: string | null;
  currency: string;
  billed: string;
  effective: string;
  list: string;
  contracted: string;
  tags: Record<string, string>;
  rule: string | null;
  kind: string;
  ref: string;
}

function toRow(row: ChargeRow): CostRow {
  return {
    importId: String(row.import_id),
    row: Number(row.row_number),
    source: row.source,
    chargeStart: row.charge_start.toISOString(),
    chargeEnd: row.charge_end.toISOString(),
    provider: row.provider,
    serviceName: row.service_name,
    serviceCategory: row.service_category ?? undefined,
    subAccountId: row.sub_account_id ?? undefined,
    subAccountName: row.sub_account_name ?? undefined,
    region: row.region ?? undefined,
    resourceId: row.resource_id ?? undefined,
    resourceName: row.resource_name ?? undefined,
    chargeCategory: row.charge_category,
    chargeClass: row.charge_class ?? undefined,
    description: row.description ?? undefined,
    invoiceId: row.invoice_id ?? undefined,
    consumedQuantity: row.consumed_quantity ?? undefined,
    consumedUnit: row.consumed_unit ?? undefined,
    currency: row.currency,
    billed: row.billed,
    effective: row.effective,
    list: row.list,
    contracted: row.contracted,
    tags: row.tags,
    entityRef: row.kind === 'entity' ? row.ref : undefined,
    pool: row.kind === 'pool' ? row.ref : undefined,
    rule: row.rule ?? undefined,
  };
}

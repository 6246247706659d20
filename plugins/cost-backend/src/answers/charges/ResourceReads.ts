import { PageCursor, type ScopeOptions, toPage } from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import {
  amountSchema,
  type CostResource,
  type resourcesQuerySchema,
} from '@atrium/plugin-cost-common';
import { z } from 'zod';
import { namePools } from '../../allocation/pools/readPoolTitles';
import { monthlyRates } from '../../database/monthlyRates';
import { findMonthPeriods } from '../reads/monthPeriods';
import type { ReadContext } from '../reads/ReadContext';
import { readPeriod } from '../reads/readPeriod';
import { toFilters } from '../reads/toFilters';
import { Snapshot } from '../sums/Snapshot';
import { type Sql, toFilterSql } from '../sums/sumQuery';
import { hideEntities } from './hideEntities';
import { keyMonths, type KeyQuery } from './keyMonths';

type Query = z.output<typeof resourcesQuerySchema>;

/** 64 bits, which no number of JavaScript holds. */
const idSchema = z
  .string()
  .regex(/^-?\d{1,19}$/)
  .refine(id => BigInt(id) === BigInt.asIntN(64, BigInt(id)));
/** The amount, then the pool, the key or dimension, and the target, which tell lines apart. */
const cursors = new PageCursor(
  z.tuple([amountSchema, z.int32(), idSchema, z.int32()]),
);
/** Sums of many resources are added up in memory, rather than sorted by their names. */
const WORK_MEMORY = '32MB';

/** Lists what is behind a cost: resources of providers, and parts of pools. */
export class ResourceReads {
  readonly #context: ReadContext;

  constructor(context: ReadContext) {
    this.#context = context;
  }

  /** Most expensive first, for who may read the rows of the bill. */
  async list(query: Query, options: ScopeOptions): Promise<Page<CostResource>> {
    const { access, scopes, visible } = this.#context;
    const scope = await scopes.find(query.entityRef, options);
    const targetIds = await access.requireRows(scope, options);
    const rows = await Snapshot.read(this.#context, snapshot =>
      readResources(snapshot, {
        ...readPeriod(query, findMonthPeriods(snapshot, undefined).complete),
        cursor: query.cursor,
        filters: toFilters(query),
        limit: query.limit,
        metric: query.metric,
        targetIds,
      }),
    );
    const { items, ...page } = toPage(rows.resources, {
      limit: query.limit,
      totalItems: rows.totalItems,
      toCursor: row =>
        cursors.encode([row.exact_amount, row.pool_id, row.id, row.target_id]),
    });
    const named = await namePools(this.#context.knex, items.map(toResource));
    return {
      ...page,
      items: await hideEntities(named, { ...options, visible }),
    };
  }
}

interface ResourceRow {
  id: string;
  pool_id: number;
  target_id: number;
  resource_id: string | null;
  resource_name: string | null;
  resource_type: string | null;
  provider: string;
  service_name: string;
  region: string | null;
  rule: string | null;
  ref: string;
  kind: string;
  pool: string | null;
  exact_amount: string;
}

function toResource(row: ResourceRow): CostResource {
  return {
    resourceId: row.resource_id ?? undefined,
    resourceName: row.resource_name ?? undefined,
    resourceType: row.resource_type ?? undefined,
    provider: row.provider,
    serviceName: row.service_name,
    region: row.region ?? undefined,
    entityRef: row.kind === 'entity' ? row.ref : undefined,
    pool: row.pool ?? (row.kind === 'pool' ? row.ref : undefined),
    rule: row.rule ?? undefined,
    amount: row.exact_amount,
  };
}

/** One more than a page has, with how many there are. */
async function readResources(
  snapshot: Snapshot,
  query: KeyQuery & { cursor: string | undefined; limit: number },
): Promise<{ resources: ResourceRow[]; totalItems: number }> {
  const { trx } = snapshot;
  const conversion = toConversionSql(snapshot, query);
  const parts = [
    ofKeys({ ...query, conversion }),
    ...ofPools({ ...query, conversion }),
  ];
  const after = cursors.decode(query.cursor);
  await trx.raw(`SET LOCAL work_mem = '${WORK_MEMORY}'`);
  const { rows } = await trx.raw(
    `WITH rates AS MATERIALIZED (${conversion.rates.sql}),
     resources AS MATERIALIZED (
       ${parts.map(({ sql }) => sql).join(' UNION ALL ')})
     SELECT r.id::text, r.pool_id, r.target_id, trim_scale(r.amount)::text AS exact_amount,
       g.kind, g.ref, p.ref AS pool, t.rule,
       (SELECT count(*)::int FROM resources) AS total_items,
       coalesce(k.provider, d.provider) AS provider,
       coalesce(k.service_name, d.service_name) AS service_name,
       coalesce(k.region, d.region) AS region,
       k.resource_id, k.resource_name, k.resource_type
     FROM (
       SELECT * FROM resources
       ${
         after
           ? 'WHERE amount < ? OR amount = ? AND (pool_id, id, target_id) > (?, ?, ?)'
           : ''
       }
       ORDER BY amount DESC, pool_id, id, target_id LIMIT ?) r
     JOIN targets g ON g.id = r.target_id
     LEFT JOIN targets p ON p.id = r.pool_id
     LEFT JOIN keys k ON r.pool_id = 0 AND k.id = r.id
     LEFT JOIN key_targets t ON t.version = r.version AND t.key_id = k.id
     LEFT JOIN dimensions d ON r.pool_id > 0 AND d.id = r.id
     ORDER BY r.amount DESC, r.pool_id, r.id, r.target_id`,
    [
      ...conversion.rates.bindings,
      ...parts.flatMap(({ bindings }) => bindings),
      ...(after ? [after[0], ...after] : []),
      query.limit + 1,
    ],
  );
  return { resources: rows, totalItems: rows.at(0)?.total_items ?? 0 };
}

interface ConversionSql {
  rates: ReturnType<typeof monthlyRates>;
  amount: string;
  join: string;
}

/**
 * How amounts become those of the portal; without a rate, one counts nothing. Where there
 * is no other currency, nothing is joined.
 */
function toConversionSql(
  { currency, needsMonths }: Snapshot,
  period: KeyQuery,
): ConversionSql {
  return {
    rates: monthlyRates({ ...period, currency }),
    amount: needsMonths
      ? 'coalesce(sum(c.amount * r.rate), 0)'
      : 'sum(c.amount)',
    join: needsMonths
      ? 'LEFT JOIN rates r ON r.currency = d.currency AND r.month = c.month'
      : '',
  };
}

/**
 * One line for a resource of a target, whatever its currencies and months. What it is
 * called, and by which rule it goes there, is read of its newest key, for those of the
 * page only.
 */
function ofKeys({
  conversion,
  ...query
}: KeyQuery & { conversion: ConversionSql }): Sql {
  const months = keyMonths(query);
  return {
    sql: `SELECT max(c.key_id) AS id, max(c.version) AS version, c.target_id,
        0 AS pool_id, ${conversion.amount} AS amount
      FROM (${months.sql}) c
      JOIN keys k ON k.id = c.key_id
      ${conversion.join && `JOIN dimensions d ON d.id = c.dimension_id`} ${
      conversion.join
    }
      GROUP BY k.provider, k.service_name, k.region, k.resource_id, c.target_id`,
    bindings: months.bindings,
  };
}

/** What entities have of pools, by service: it comes of no resource of theirs. */
function ofPools({
  conversion,
  filters = {},
  from,
  metric,
  targetIds,
  to,
}: KeyQuery & { conversion: ConversionSql }): Sql[] {
  if (!targetIds) {
    return [];
  }
  const filter = toFilterSql(filters);
  return [
    {
      sql: `SELECT min(d.id)::bigint, 0, c.target_id, c.pool_id,
          ${conversion.amount}
        FROM (
          SELECT date_trunc('month', s.day::timestamp)::date AS month, s.target_id,
            s.pool_id, s.dimension_id, sum(s.${metric}) AS amount
          FROM daily_costs s
          WHERE s.generation_id IN (SELECT id FROM generations WHERE state = 'active')
            AND s.pool_id > 0
            AND s.target_id = ANY(?::int[]) AND s.day >= ?::date AND s.day < ?::date
            ${filter ? `AND s.dimension_id IN (${filter.sql})` : ''}
          GROUP BY 1, 2, 3, 4) c
        JOIN dimensions d ON d.id = c.dimension_id ${conversion.join}
        GROUP BY d.provider, d.service_name, d.region, c.target_id, c.pool_id`,
      bindings: [[...targetIds], from, to, ...(filter?.bindings ?? [])],
    },
  ];
}

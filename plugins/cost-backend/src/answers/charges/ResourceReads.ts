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

const cursors = new PageCursor(z.tuple([amountSchema, z.string()]));

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
      toCursor: row => cursors.encode([row.exact_amount, row.id]),
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
  const { currency, trx } = snapshot;
  const rates = monthlyRates({ ...query, currency });
  const parts = [await ofKeys(snapshot, query), ...ofPools(query)];
  const after = cursors.decode(query.cursor);
  const { rows } = await trx.raw(
    `WITH rates AS MATERIALIZED (${rates.sql}),
     resources AS MATERIALIZED (
       ${parts.map(({ sql }) => sql).join(' UNION ALL ')})
     SELECT r.*, trim_scale(r.amount)::text AS exact_amount, g.kind, g.ref, p.ref AS pool,
       (SELECT count(*)::int FROM resources) AS total_items
     FROM (
       SELECT * FROM resources
       ${after ? 'WHERE amount < ? OR amount = ? AND id > ?' : ''}
       ORDER BY amount DESC, id LIMIT ?) r
     JOIN targets g ON g.id = r.target_id
     LEFT JOIN targets p ON p.id = r.pool_id
     ORDER BY r.amount DESC, r.id`,
    [
      ...rates.bindings,
      ...parts.flatMap(({ bindings }) => bindings),
      ...(after ? [after[0], after[0], after[1]] : []),
      query.limit + 1,
    ],
  );
  return { resources: rows, totalItems: rows.at(0)?.total_items ?? 0 };
}

/** In the currency of the portal; without a rate for it, an amount counts nothing. */
const CONVERTED = 'coalesce(sum(c.amount * r.rate), 0) AS amount';
const RATES =
  'LEFT JOIN rates r ON r.currency = d.currency AND r.month = c.month';

/** One line for a resource, whatever its currencies and months. */
async function ofKeys(snapshot: Snapshot, query: KeyQuery): Promise<Sql> {
  const months = await keyMonths(snapshot, { ...query, hasRules: true });
  return {
    sql: `SELECT concat_ws(' ', min(c.key_id), c.target_id, c.rule) COLLATE "C" AS id,
        k.provider, k.service_name, k.region, k.resource_id,
        max(k.resource_name) AS resource_name, max(k.resource_type) AS resource_type,
        c.rule, c.target_id, NULL::int AS pool_id, ${CONVERTED}
      FROM (${months.sql}) c
      JOIN keys k ON k.id = c.key_id
      JOIN dimensions d ON d.id = c.dimension_id ${RATES}
      GROUP BY k.provider, k.service_name, k.region, k.resource_id, c.rule, c.target_id`,
    bindings: months.bindings,
  };
}

/** What entities have of pools, by service: it comes of no resource of theirs. */
function ofPools({
  filters = {},
  from,
  metric,
  targetIds,
  to,
}: KeyQuery): Sql[] {
  if (!targetIds) {
    return [];
  }
  const filter = toFilterSql(filters);
  return [
    {
      sql: `SELECT concat_ws(' ', 'pool', min(d.id), c.target_id, c.pool_id) COLLATE "C",
          d.provider, d.service_name, d.region, NULL, NULL, NULL, NULL, c.target_id,
          c.pool_id, ${CONVERTED}
        FROM (
          SELECT date_trunc('month', s.day::timestamp)::date AS month, s.target_id,
            s.pool_id, s.dimension_id, sum(s.${metric}) AS amount
          FROM daily_costs s
          WHERE s.generation_id IN (SELECT id FROM generations WHERE state = 'active')
            AND s.pool_id > 0
            AND s.target_id = ANY(?::int[]) AND s.day >= ?::date AND s.day < ?::date
            ${filter ? `AND s.dimension_id IN (${filter.sql})` : ''}
          GROUP BY 1, 2, 3, 4) c
        JOIN dimensions d ON d.id = c.dimension_id ${RATES}
        GROUP BY d.provider, d.service_name, d.region, c.target_id, c.pool_id`,
      bindings: [[...targetIds], from, to, ...(filter?.bindings ?? [])],
    },
  ];
}

import { PageCursor, type ScopeOptions, toPage } from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import {
  amountSchema,
  type CostMetric,
  type CostResource,
  type resourcesQuerySchema,
} from '@atrium/plugin-cost-common';
import type Big from 'big.js';
import { z } from 'zod';
import { findMonthPeriods } from '../reads/monthPeriods';
import type { ReadContext } from '../reads/ReadContext';
import { readPeriod } from '../reads/readPeriod';
import { toFilters } from '../reads/toFilters';
import { Snapshot } from '../sums/Snapshot';
import { toFilterSql } from '../sums/sumQuery';
import { allocatedChargeDays, type ChargeQuery } from './allocatedCharges';
import { hideEntities } from './hideEntities';

type Query = z.output<typeof resourcesQuerySchema>;
type Resource = Omit<CostResource, 'amount'> & { id: string; amount: Big };

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
    const all = await Snapshot.read(this.#context, async snapshot => {
      const period = readPeriod(
        query,
        findMonthPeriods(snapshot, undefined).complete,
      );
      const asked = { ...period, filters: toFilters(query), targetIds };
      return [
        ...(await readResources(snapshot, { ...asked, metric: query.metric })),
        ...(targetIds
          ? await readPoolParts(snapshot, { ...asked, metric: query.metric })
          : []),
      ].sort(inOrder);
    });
    const { items, ...page } = toPage(
      startAt(all, query.cursor).slice(0, query.limit + 1),
      {
        limit: query.limit,
        totalItems: all.length,
        toCursor: ({ amount, id }) => cursors.encode([amount.toFixed(), id]),
      },
    );
    return {
      ...page,
      items: await hideEntities(
        items.map(({ amount, id: _, ...resource }) => ({
          ...resource,
          amount: amount.toFixed(),
        })),
        { ...options, visible },
      ),
    };
  }
}

function inOrder(one: Resource, other: Resource): number {
  return (
    other.amount.cmp(one.amount) ||
    Number(one.id > other.id) - Number(one.id < other.id)
  );
}

function startAt(all: Resource[], cursor: string | undefined): Resource[] {
  const after = cursors.decode(cursor);
  if (!after) {
    return all;
  }
  const [amount, id] = after;
  return all.filter(resource => {
    const order = resource.amount.cmp(amount);
    return order < 0 || (order === 0 && resource.id > id);
  });
}

interface ResourceRow {
  resource_id: string | null;
  resource_name: string | null;
  resource_type: string | null;
  provider: string;
  service_name: string;
  region: string | null;
  rule: string | null;
  ref: string;
  kind: string;
  currency: string;
  month: string;
  amount: string;
}

async function readResources(
  snapshot: Snapshot,
  query: ChargeQuery & { metric: CostMetric },
): Promise<Resource[]> {
  const days = await allocatedChargeDays(snapshot, query);
  await snapshot.loadRates(query);
  const { rows } = await snapshot.trx.raw(
    `SELECT k.resource_id, max(k.resource_name) AS resource_name,
       max(k.resource_type) AS resource_type, k.provider, k.service_name, k.region,
       c.rule, g.kind, g.ref, d.currency, to_char(c.month, 'YYYY-MM') AS month,
       sum(c.amount)::text AS amount
     FROM (
       SELECT key_id, dimension_id, target_id, rule,
         date_trunc('month', day::timestamp) AS month, sum(amount) AS amount
       FROM (${days.sql}) a GROUP BY 1, 2, 3, 4, 5) c
     JOIN keys k ON k.id = c.key_id
     JOIN dimensions d ON d.id = c.dimension_id
     JOIN targets g ON g.id = c.target_id
     GROUP BY k.resource_id, k.provider, k.service_name, k.region, c.rule, g.kind,
       g.ref, d.currency, c.month`,
    days.bindings,
  );
  return addUpResources(
    snapshot,
    (rows as ResourceRow[]).map(row => ({
      row,
      resource: {
        resourceId: row.resource_id ?? undefined,
        resourceName: row.resource_name ?? undefined,
        resourceType: row.resource_type ?? undefined,
        provider: row.provider,
        serviceName: row.service_name,
        region: row.region ?? undefined,
        entityRef: row.kind === 'entity' ? row.ref : undefined,
        pool: row.kind === 'pool' ? row.ref : undefined,
        rule: row.rule ?? undefined,
      },
    })),
  );
}

/** What entities have of pools, by service: it comes of no resource of theirs. */
async function readPoolParts(
  snapshot: Snapshot,
  query: ChargeQuery & { metric: CostMetric },
): Promise<Resource[]> {
  const { filters = {}, from, metric, targetIds = [], to } = query;
  const filter = toFilterSql(filters);
  const { rows } = await snapshot.trx.raw(
    `SELECT d.provider, d.service_name, d.region, g.ref, p.ref AS pool, d.currency,
       to_char(s.day, 'YYYY-MM') AS month, sum(s.${metric})::text AS amount
     FROM daily_costs s
     JOIN dimensions d ON d.id = s.dimension_id
     JOIN targets g ON g.id = s.target_id
     JOIN targets p ON p.id = s.pool_id
     WHERE s.generation_id IN (SELECT id FROM generations WHERE state = 'active')
       AND s.target_id = ANY(?::int[]) AND s.day >= ?::date AND s.day < ?::date
       ${filter ? `AND s.dimension_id IN (${filter.sql})` : ''}
     GROUP BY d.provider, d.service_name, d.region, g.ref, p.ref, d.currency,
       to_char(s.day, 'YYYY-MM')`,
    [[...targetIds], from, to, ...(filter?.bindings ?? [])],
  );
  return addUpResources(
    snapshot,
    (rows as (ResourceRow & { pool: string })[]).map(row => ({
      row,
      resource: {
        provider: row.provider,
        serviceName: row.service_name,
        region: row.region ?? undefined,
        entityRef: row.ref,
        pool: row.pool,
      },
    })),
  );
}

/** The same for parts of one line. The organisation may have a hundred thousand. */
function idOf(resource: Omit<CostResource, 'amount'>): string {
  return JSON.stringify([
    resource.provider,
    resource.serviceName,
    resource.region,
    resource.resourceId,
    resource.resourceType,
    resource.entityRef,
    resource.pool,
    resource.rule,
  ]);
}

/** One line for a resource, whatever its currencies and months. */
function addUpResources(
  { conversion }: Snapshot,
  parts: {
    row: Pick<ResourceRow, 'amount' | 'currency' | 'month'>;
    resource: Omit<CostResource, 'amount'>;
  }[],
): Resource[] {
  const byId = new Map<string, Resource>();
  for (const { resource, row } of parts) {
    const id = idOf(resource);
    const amount = conversion.convert(row);
    const before = byId.get(id);
    byId.set(id, {
      ...resource,
      id,
      amount: before ? before.amount.plus(amount) : amount,
    });
  }
  return [...byId.values()];
}

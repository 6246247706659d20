import type {
  AllocationRule,
  Unallocated,
  unallocatedQuerySchema,
} from '@atrium/plugin-cost-common';
import type Big from 'big.js';
import type { Knex } from 'knex';
import type { z } from 'zod';
import { keyMonths } from '../../answers/charges/keyMonths';
import { findMonthPeriods } from '../../answers/reads/monthPeriods';
import { readPeriod } from '../../answers/reads/readPeriod';
import { Snapshot } from '../../answers/sums/Snapshot';
import { UNALLOCATED_TARGET_ID } from '../targets/TargetIds';
import { RuleSuggestions } from './RuleSuggestions';

type Query = z.output<typeof unallocatedQuerySchema>;
type By = Query['by'];

interface UnallocatedReadsOptions {
  currency: string;
  knex: Knex;
}

interface ChargeRow {
  provider: string | null;
  service_name: string | null;
  resource_id: string | null;
  resource_name: string | null;
  sub_account_id: string | null;
  sub_account_name: string | null;
  tag_name: string | null;
  tag_value: string | null;
  tags: Record<string, string> | null;
  resource: string;
  currency: string;
  month: string;
  amount: string;
}

interface Group {
  row: ChargeRow;
  amount: Big;
  resources: Set<string>;
}

/** The columns by which charges are listed together. */
const COLUMNS: Record<By, string> = {
  resource: 'k.provider, k.service_name, k.resource_id',
  service: 'k.provider, k.service_name',
  subAccount: 'k.provider, k.sub_account_id',
  tag: 'tag.name, tag.value',
};

/** Lists what no rule allocates, with what hints at whose it is. */
export class UnallocatedReads {
  readonly #options: UnallocatedReadsOptions;

  constructor(options: UnallocatedReadsOptions) {
    this.#options = options;
  }

  /** The largest first. */
  async list(query: Query): Promise<Unallocated> {
    return Snapshot.read(this.#options, async snapshot => {
      const period = readPeriod(
        query,
        findMonthPeriods(snapshot, undefined).complete,
      );
      const sums = { ...period, metric: 'effective' as const };
      const organizationTotal = await snapshot.total(sums);
      const targetIds = [UNALLOCATED_TARGET_ID];
      const total = await snapshot.total({ ...sums, targetIds });
      const groups = await readGroups(snapshot, { ...period, by: query.by });
      const suggestions = new RuleSuggestions(
        await listSuggestedRefs(snapshot.trx),
      );
      return {
        ...snapshot.describe('effective', period),
        total: total.toFixed(),
        organizationTotal: organizationTotal.toFixed(),
        items: groups
          .slice(0, query.limit)
          .map(group => toItem(group, query.by, suggestions)),
      };
    });
  }
}

/**
 * All entities but groups that have other groups below them: the name of the whole
 * organisation, or of a department, is in that of anything.
 */
async function listSuggestedRefs(trx: Knex): Promise<string[]> {
  const { rows } = await trx.raw(
    `SELECT e.entity_ref FROM entities e
     WHERE e.kind <> 'group' OR (e.type IS DISTINCT FROM 'organization'
       AND NOT EXISTS (SELECT FROM entities below
         WHERE below.kind = 'group' AND below.system_refs @> ARRAY[e.entity_ref]))`,
  );
  return rows.map((row: { entity_ref: string }) => row.entity_ref);
}

async function readGroups(
  snapshot: Snapshot,
  { by, from, to }: { by: By; from: string; to: string },
): Promise<Group[]> {
  const months = keyMonths({
    from,
    to,
    metric: 'effective',
    targetIds: [UNALLOCATED_TARGET_ID],
  });
  await snapshot.loadRates({ from, to });
  const { rows } = await snapshot.trx.raw(
    `SELECT max(k.provider) AS provider, max(k.service_name) AS service_name,
       max(k.resource_id) AS resource_id, max(k.resource_name) AS resource_name,
       max(k.sub_account_id) AS sub_account_id,
       max(k.sub_account_name) AS sub_account_name,
       ${by === 'tag' ? 'max(tag.name)' : 'NULL'} AS tag_name,
       ${by === 'tag' ? 'max(tag.value)' : 'NULL'} AS tag_value,
       ${
         by === 'resource' ? '(array_agg(k.tags ORDER BY k.id))[1]' : 'NULL'
       } AS tags,
       coalesce(k.resource_id, k.id::text) AS resource,
       d.currency, to_char(c.month, 'YYYY-MM') AS month, sum(c.amount)::text AS amount
     FROM (${months.sql}) c
     JOIN keys k ON k.id = c.key_id
     JOIN dimensions d ON d.id = c.dimension_id
     ${
       by === 'tag'
         ? 'CROSS JOIN LATERAL jsonb_each_text(k.tags) AS tag (name, value)'
         : ''
     }
     GROUP BY ${COLUMNS[by]}, coalesce(k.resource_id, k.id::text), d.currency,
       to_char(c.month, 'YYYY-MM')
     ORDER BY ${COLUMNS[by]}`,
    months.bindings,
  );
  const groups = new Map<string, Group>();
  for (const row of rows as ChargeRow[]) {
    const key = keyOf(row, by);
    const amount = snapshot.conversion.convert(row);
    const group = groups.get(key);
    if (group) {
      group.amount = group.amount.plus(amount);
      group.resources.add(row.resource);
    } else {
      groups.set(key, { row, amount, resources: new Set([row.resource]) });
    }
  }
  return [...groups.values()].sort((one, other) =>
    other.amount.cmp(one.amount),
  );
}

function keyOf(row: ChargeRow, by: By): string {
  switch (by) {
    case 'resource':
      return JSON.stringify([
        row.provider,
        row.service_name,
        row.resource_id ?? null,
      ]);
    case 'service':
      return JSON.stringify([row.provider, row.service_name]);
    case 'subAccount':
      return JSON.stringify([row.provider, row.sub_account_id]);
    case 'tag':
      return JSON.stringify([row.tag_name, row.tag_value]);
    default: {
      const unknown: never = by;
      throw new Error(`Nothing is listed by '${unknown}'`);
    }
  }
}

function toItem(
  { amount, resources, row }: Group,
  by: By,
  suggestions: RuleSuggestions,
): Unallocated['items'][number] {
  const provider = row.provider ?? undefined;
  const serviceName = row.service_name ?? undefined;
  const shared = { amount: amount.toFixed(), resourceCount: resources.size };
  switch (by) {
    case 'resource': {
      const resourceId = row.resource_id ?? undefined;
      const resourceName = row.resource_name ?? undefined;
      return {
        ...shared,
        label:
          resourceName ?? resourceId ?? `${serviceName} without a resource`,
        provider,
        serviceName,
        resourceId,
        match: resourceId ? { resourceId } : { provider, service: serviceName },
        ...suggestions.find({ tags: row.tags ?? {}, resourceName }),
      };
    }
    case 'service':
      return {
        ...shared,
        label: String(serviceName),
        provider,
        serviceName,
        match: { provider, service: serviceName },
      };
    case 'subAccount': {
      const subAccount = row.sub_account_id ?? undefined;
      return {
        ...shared,
        label:
          row.sub_account_name ??
          subAccount ??
          `${provider} without a sub-account`,
        provider,
        match: subAccount ? { subAccount } : { provider },
      };
    }
    case 'tag': {
      const tag = { name: String(row.tag_name), value: String(row.tag_value) };
      const match: AllocationRule['match'] = {
        tags: { [tag.name]: tag.value || '*' },
      };
      return {
        ...shared,
        label: `${tag.name}: ${tag.value}`,
        tag,
        match,
        ...suggestions.find({ tags: { [tag.name]: tag.value } }),
      };
    }
    default: {
      const unknown: never = by;
      throw new Error(`Nothing is listed by '${unknown}'`);
    }
  }
}

import type { Knex } from 'knex';
import { buildCoarserSums } from '../allocation/generations/buildCoarserSums';
import { monthOf } from '../calendar/days';

/** What something cost on a day. */
export interface SampleCost {
  day: string;
  amount: string;
  /** Whose it is; nobody's by default. */
  entityRef?: string;
  /** Or of which pool; with an entity, its part of that pool. */
  pool?: string;
  source?: string;
  provider?: string;
  service?: string;
  subAccount?: string;
  region?: string;
  category?: string;
  pricing?: string;
  commitment?: 'Used' | 'Unused';
  currency?: string;
  /** What was billed, where it is not the same. */
  billed?: string;
  list?: string;
  /** Whether it is another day of a charge that began before. */
  isCarried?: boolean;
}

const TABLES =
  'targets, dimensions, generations, daily_costs, monthly_costs, monthly_key_costs, daily_key_costs, daily_target_costs, daily_dimension_costs, daily_organization_costs, exchange_rates, anomalies, budget_alerts, looked_at_sums, messages, metric_counts, month_budgets, request_counts';

/** Fills the sums as allocation would leave them, and nothing else. */
export async function fillSums(
  knex: Knex,
  costs: readonly SampleCost[],
): Promise<void> {
  await knex.raw(`TRUNCATE ${TABLES} RESTART IDENTITY CASCADE`);
  await knex('targets').insert({ id: 1, kind: 'unallocated', ref: '' });
  await knex.raw(`ALTER TABLE targets ALTER COLUMN id RESTART WITH 2`);
  const find = createFinder(knex);
  for (const cost of costs) {
    const { amount, billed = amount, day, list = amount } = cost;
    const { category = 'Usage', entityRef, isCarried = false, pool } = cost;
    const poolId =
      pool === undefined
        ? 0
        : await find('targets', { kind: 'pool', ref: pool });
    const targetId =
      entityRef === undefined
        ? poolId || 1
        : await find('targets', { kind: 'entity', ref: entityRef });
    const generation = await find('generations', {
      kind: 'charges',
      source: cost.source ?? 'cloud',
      month: `${monthOf(day)}-01`,
      state: 'active',
    });
    const dimension = await find('dimensions', {
      provider: cost.provider ?? 'Cloud',
      billing_account_id: 'account',
      sub_account_id: cost.subAccount,
      sub_account_name: cost.subAccount && `Account ${cost.subAccount}`,
      service_name: cost.service ?? 'Compute',
      service_category: 'Other',
      region: cost.region,
      charge_category: category,
      pricing_category: cost.pricing,
      commitment_status: cost.commitment,
      currency: cost.currency ?? 'EUR',
    });
    await knex('daily_costs').insert({
      generation_id: generation,
      day,
      target_id: targetId,
      pool_id: entityRef === undefined ? 0 : poolId,
      dimension_id: dimension,
      row_count: isCarried ? 0 : 1,
      carried_count: isCarried ? 1 : 0,
      billed,
      effective: amount,
      list,
      contracted: amount,
    });
  }
  const ids = await knex('generations').pluck('id');
  await buildCoarserSums(knex, ids, 'charges');
}

/** Ids of rows, which are made where they are not there. */
function createFinder(knex: Knex) {
  const ids = new Map<string, number>();
  return async (table: string, row: object): Promise<number> => {
    const key = JSON.stringify([table, row]);
    const known = ids.get(key);
    if (known !== undefined) {
      return known;
    }
    const [{ id }] = await knex(table)
      .insert(table === 'dimensions' ? { ...row, id: ids.size + 1 } : row)
      .returning('id');
    ids.set(key, Number(id));
    return Number(id);
  };
}

import type { ScopeOptions } from '@atrium/backend-common';
import type {
  CostSummary,
  summaryQuerySchema,
} from '@atrium/plugin-cost-common';
import type Big from 'big.js';
import type { z } from 'zod';
import type { CatalogBudgets } from '../budgets/CatalogBudgets';
import { type BudgetStatus, toBudgetStatus } from '../budgets/toBudgetStatus';
import type { EntityCosts } from './readEntityCosts';
import type { CostScope } from '../access/CostScopes';
import { addUp, type Snapshot, type Sum } from '../sums/Snapshot';
import { POOL_PREFIX, UNALLOCATED_KEY } from '../sums/sumQuery';
import { findMonthPeriods, type MonthPeriods } from './monthPeriods';
import { type ReadContext, readScope } from './ReadContext';
import { readForecast } from './readForecast';

interface SummaryReadsOptions extends ReadContext {
  budgets: Pick<CatalogBudgets, 'find'>;
}

/** Answers what somebody wants to know first. */
export class SummaryReads {
  readonly #context: SummaryReadsOptions;

  constructor(context: SummaryReadsOptions) {
    this.#context = context;
  }

  async get(
    query: z.output<typeof summaryQuerySchema>,
    options: ScopeOptions,
  ): Promise<CostSummary> {
    const isOrganizationOpen = await this.#context.access.maySeeOrganization(
      options,
    );
    const { entityRef } = query;
    return readScope(
      this.#context,
      { ...options, entityRef },
      async (snapshot, scope) => {
        const periods = findMonthPeriods(snapshot, query.month);
        const { before, complete, month, sameDays } = periods;
        const { metric } = query;
        const { targetIds } = scope;
        const byOrigin = { metric, groupBy: 'origin' as const, ...complete };
        const own = await snapshot.sum({ ...byOrigin, targetIds });
        const organization = targetIds ? await snapshot.sum(byOrigin) : own;
        const sumOf = (period: { from: string; to: string }) =>
          snapshot.total({ metric, targetIds, ...period });
        const hasBefore = await isMeasured(snapshot, scope, before.to);
        const measured = hasBefore || (await isMeasured(snapshot, scope));
        const lastMonth = hasBefore ? await sumOf(before) : undefined;
        const same = hasBefore ? await sumOf(sameDays) : undefined;
        const forecast = measured
          ? await readForecast(snapshot, { metric, periods, targetIds })
          : { noForecastReason: 'There is no charge yet' };
        const monthToDate = addUp(own);
        const budget = await this.#findBudget(
          snapshot,
          {
            entityRef: scope.entityRef,
            periods,
            cost: {
              monthToDate,
              forecast: 'forecast' in forecast ? forecast.forecast : undefined,
            },
          },
          options,
        );
        const openAnomalyCount = await countOpenAnomalies(snapshot, scope);
        return {
          ...snapshot.describe(metric, complete),
          entityRef: scope.entityRef,
          month,
          isMeasured: measured,
          monthToDate: monthToDate.toFixed(),
          sameDaysLastMonth: same?.toFixed(),
          lastMonth: lastMonth?.toFixed(),
          ...forecast,
          budget,
          direct: sumKeys(own, key => key === 'direct').toFixed(),
          shared: sumKeys(own, isShared).toFixed(),
          ...(isOrganizationOpen && describeCoverage(organization)),
          openAnomalyCount,
        };
      },
    );
  }

  /** One that cannot be read is among the problems of `GET /budgets`. */
  async #findBudget(
    snapshot: Snapshot,
    about: {
      cost: Pick<EntityCosts, 'forecast' | 'monthToDate'>;
      entityRef: string | undefined;
      periods: MonthPeriods;
    },
    options: ScopeOptions,
  ): Promise<BudgetStatus | undefined> {
    const { cost, entityRef, periods } = about;
    if (entityRef === undefined) {
      return undefined;
    }
    const found = await this.#context.budgets.find([entityRef], options);
    const budget = found.get(entityRef);
    const status =
      budget && (await toBudgetStatus(snapshot, { budget, cost, periods }));
    return status && 'amount' in status ? status : undefined;
  }
}

function isShared(key: string): boolean {
  return key.startsWith(POOL_PREFIX);
}

function sumKeys(sums: Sum[], matches: (key: string) => boolean): Big {
  return addUp(sums.filter(({ key }) => matches(key)));
}

/** What nobody has of the cost of everybody, and which part somebody has. */
function describeCoverage(organization: Sum[]) {
  const total = addUp(organization);
  const unallocated = sumKeys(organization, key => key === UNALLOCATED_KEY);
  const coverage = total.gt(0)
    ? Number(total.minus(unallocated).div(total).toFixed(4))
    : undefined;
  return {
    unallocated: unallocated.toFixed(),
    // Credits that nobody has would make it more than all.
    coverage: coverage && Math.min(1, Math.max(0, coverage)),
  };
}

/** Whether a scope has any charge, before a day where one is given. */
async function isMeasured(
  { trx }: Snapshot,
  { targetIds }: CostScope,
  before?: string,
): Promise<boolean> {
  const charges = trx('daily_target_costs').whereIn(
    'generation_id',
    trx('generations').where('state', 'active').select('id'),
  );
  if (targetIds) {
    charges.whereRaw('target_id = ANY(?::int[])', [targetIds]);
  }
  if (before !== undefined) {
    charges.where('day', '<', before);
  }
  return (await charges.limit(1).select('day')).length > 0;
}

async function countOpenAnomalies(
  { trx }: Snapshot,
  { targetIds }: CostScope,
): Promise<number> {
  const anomalies = trx('anomalies').where({ state: 'open' });
  if (targetIds) {
    anomalies.whereIn(
      'entity_ref',
      trx('targets').whereRaw('id = ANY(?::int[])', [targetIds]).select('ref'),
    );
  }
  const [{ count }] = await anomalies.count({ count: '*' });
  return Number(count);
}

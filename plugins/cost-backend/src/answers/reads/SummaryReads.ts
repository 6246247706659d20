import type { ScopeOptions } from '@atrium/backend-common';
import type {
  CostSummary,
  summaryQuerySchema,
} from '@atrium/plugin-cost-common';
import type Big from 'big.js';
import type { z } from 'zod';
import {
  POOL_PREFIX,
  UNALLOCATED_KEY,
} from '../../allocation/generations/sumKeys';
import type { CostScope } from '../access/CostScopes';
import { writtenBudgetOf } from '../budgets/CatalogBudgets';
import { type BudgetStatus, toBudgetStatus } from '../budgets/toBudgetStatus';
import { addUp, type Snapshot } from '../sums/Snapshot';
import { findMonthPeriods, isWithin, type MonthPeriods } from './monthPeriods';
import { type ReadContext, readScope } from './ReadContext';
import { readSummarySums, type SummarySums } from './readSummarySums';
import { toForecast } from './toForecast';

/** Answers what somebody wants to know first. */
export class SummaryReads {
  readonly #context: ReadContext;

  constructor(context: ReadContext) {
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
        const sums = await readSummarySums(snapshot, {
          metric,
          periods,
          scope,
        });
        const { isMeasuredBefore, organization, origins } = sums;
        const sumOf = (period: { from: string; to: string }) =>
          addUp(sums.days.filter(({ day }) => isWithin(day, period)));
        const forecast = sums.isMeasured
          ? toForecast(periods, sums.days)
          : { noForecastReason: 'There is no charge yet' };
        // Before the budget is read: what has no rate would be noted twice.
        const described = snapshot.describe(metric, complete);
        const budget = await readBudget(snapshot, {
          scope,
          periods,
          effective: metric === 'effective' ? sums : undefined,
        });
        return {
          ...described,
          entityRef: scope.entityRef,
          month,
          isMeasured: sums.isMeasured,
          monthToDate: sumKeys(origins, () => true).toFixed(),
          ...(isMeasuredBefore &&
            snapshot.hasHistoryFrom(before.from) && {
              sameDaysLastMonth: sumOf(sameDays).toFixed(),
              lastMonth: sumOf(before).toFixed(),
            }),
          ...forecast,
          budget,
          direct: sumKeys(origins, key => key === 'direct').toFixed(),
          shared: sumKeys(origins, isShared).toFixed(),
          ...(isOrganizationOpen && describeCoverage(organization)),
          openAnomalyCount: sums.openAnomalyCount,
        };
      },
    );
  }
}

/**
 * Compares the budget of an entity with effective cost, whatever else is asked for.
 * One that cannot be read is among the problems of `GET /budgets`.
 *
 * @param options - `effective` are the sums of effective cost, where they are known
 */
async function readBudget(
  snapshot: Snapshot,
  options: {
    effective: SummarySums | undefined;
    periods: MonthPeriods;
    scope: CostScope;
  },
): Promise<BudgetStatus | undefined> {
  const { periods, scope } = options;
  const budget = scope.entity && writtenBudgetOf(scope.entity);
  if (!budget) {
    return undefined;
  }
  const { days, isMeasured, origins } =
    options.effective ??
    (await readSummarySums(snapshot, { metric: 'effective', periods, scope }));
  const result = isMeasured ? toForecast(periods, days) : undefined;
  const status = await toBudgetStatus(snapshot, {
    budget,
    periods,
    cost: {
      monthToDate: sumKeys(origins, () => true),
      forecast: result && 'forecast' in result ? result.forecast : undefined,
    },
  });
  return 'amount' in status ? status : undefined;
}

function isShared(key: string): boolean {
  return key.startsWith(POOL_PREFIX);
}

function sumKeys(
  sums: ReadonlyMap<string, Big>,
  matches: (key: string) => boolean,
): Big {
  return addUp(
    [...sums].filter(([key]) => matches(key)).map(([, amount]) => ({ amount })),
  );
}

/** What nobody has of the cost of everybody, and which part somebody has. */
function describeCoverage(organization: ReadonlyMap<string, Big>) {
  const total = sumKeys(organization, () => true);
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

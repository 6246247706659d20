import type { ScopeOptions } from '@atrium/backend-common';
import type {
  CostSummaries,
  summariesQuerySchema,
} from '@atrium/plugin-cost-common';
import type { z } from 'zod';
import type { CatalogBudgets } from '../budgets/CatalogBudgets';
import { toBudgetStatus } from '../budgets/toBudgetStatus';
import { Snapshot } from '../sums/Snapshot';
import { findMonthPeriods } from './monthPeriods';
import type { ReadContext } from './ReadContext';
import { readEntityCosts } from './readEntityCosts';
import { readTaggedRatios } from './readTaggedRatios';

interface SummariesReadsOptions extends ReadContext {
  budgets: Pick<CatalogBudgets, 'find'>;
}

/** Answers what many entities cost, for lists of them. */
export class SummariesReads {
  readonly #options: SummariesReadsOptions;

  constructor(options: SummariesReadsOptions) {
    this.#options = options;
  }

  /** Those that somebody may read, without those that have no charge. */
  async get(
    {
      entityRef: entityRefs,
      withTagged,
    }: z.output<typeof summariesQuerySchema>,
    options: ScopeOptions,
  ): Promise<CostSummaries> {
    const { access, budgets, scopes } = this.#options;
    const charged = await scopes.filterCharged(entityRefs);
    const found = await scopes.findMany(charged, options);
    const readable = await access.filterTotals([...found.keys()], options);
    const written = await budgets.find(readable, options);
    return Snapshot.read(this.#options, async snapshot => {
      const periods = findMonthPeriods(snapshot, undefined);
      const targets = new Map(readable.map(ref => [ref, found.get(ref) ?? []]));
      const costs = await readEntityCosts(snapshot, { periods, targets });
      const { start: month } = periods;
      const tagged = withTagged
        ? await readTaggedRatios(snapshot, { month, targets })
        : undefined;
      const items = [];
      for (const [entityRef, cost] of costs) {
        const budget = written.get(entityRef);
        const status = budget
          ? await toBudgetStatus(snapshot, { budget, cost, periods })
          : undefined;
        if (cost.isMeasured) {
          items.push({
            entityRef,
            monthToDate: cost.monthToDate.toFixed(),
            sameDaysLastMonth: cost.sameDaysLastMonth?.toFixed(),
            forecast: cost.forecast?.amount,
            taggedRatio: tagged?.get(entityRef),
            ...(status &&
              'amount' in status && {
                budget: status.amount,
                budgetState: status.state,
              }),
          });
        }
      }
      return { ...snapshot.describe('effective', periods.complete), items };
    });
  }
}

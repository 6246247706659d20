import type { ScopeOptions } from '@atrium/backend-common';
import type { Budgets, BudgetsQuery } from '@atrium/plugin-cost-common';
import type {
  CatalogBudgets,
  WrittenBudget,
} from '../../answers/budgets/CatalogBudgets';
import type { ReadContext } from '../../answers/reads/ReadContext';
import { Snapshot } from '../../answers/sums/Snapshot';
import type { BudgetAlertStore } from './BudgetAlertStore';
import { readBudgets, type ReadBudgets } from './readBudgets';

interface BudgetReadsOptions extends ReadContext {
  alerts: Pick<BudgetAlertStore, 'find'>;
  budgets: Pick<CatalogBudgets, 'find' | 'list'>;
}

/** Answers where spending stands against budgets. */
export class BudgetReads {
  readonly #options: BudgetReadsOptions;

  constructor(options: BudgetReadsOptions) {
    this.#options = options;
  }

  /** Those that somebody may read, the worst first. */
  async list(
    { entityRef }: BudgetsQuery,
    options: ScopeOptions,
  ): Promise<Budgets> {
    const { access, alerts, currency, scopes } = this.#options;
    const written = await this.#findWritten(entityRef, options);
    const readable = await access.filterTotals([...written.keys()], options);
    const targets = await scopes.findMany(readable, options);
    const { items, month, problems } = await Snapshot.read(
      this.#options,
      snapshot =>
        readBudgets(snapshot, {
          budgets: new Map(
            [...written].filter(([ref]) => readable.includes(ref)),
          ),
          targets,
        }),
    );
    const reached = await alerts.find(readable, month);
    return {
      currency,
      items: items.sort(worstFirst).map(({ budget: _, ...item }) => ({
        ...item,
        alerts: reached.get(item.entityRef) ?? [],
      })),
      problems,
    };
  }

  async #findWritten(
    entityRef: string | undefined,
    options: ScopeOptions,
  ): Promise<Map<string, WrittenBudget>> {
    const { budgets, scopes } = this.#options;
    return entityRef === undefined
      ? budgets.list(options)
      : budgets.find(await scopes.findMembers(entityRef, options), options);
  }
}

function worstFirst(
  one: ReadBudgets['items'][number],
  other: ReadBudgets['items'][number],
): number {
  const worstOf = ({ forecastRatio = 0, usedRatio }: typeof one) =>
    Math.max(forecastRatio, usedRatio);
  return (
    worstOf(other) - worstOf(one) ||
    one.entityRef.localeCompare(other.entityRef)
  );
}

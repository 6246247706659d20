import {
  hashJson,
  type MessageStore,
  type ScopeOptions,
} from '@atrium/backend-common';
import type { AuthService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { Target } from '../../answers/access/CostScopes';
import type {
  CatalogBudgets,
  WrittenBudget,
} from '../../answers/budgets/CatalogBudgets';
import { findMonthPeriods } from '../../answers/reads/monthPeriods';
import type { ReadContext } from '../../answers/reads/ReadContext';
import { Snapshot } from '../../answers/sums/Snapshot';
import { addDays, addMonths, firstDayOf, monthOf } from '../../calendar/days';
import type { BudgetAlert, BudgetAlertStore } from './BudgetAlertStore';
import type { MonthBudgetStore } from './MonthBudgetStore';
import { readBudgets, type ReadBudgets } from './readBudgets';
import { toBudgetMessage } from './toBudgetMessage';

interface BudgetTaskOptions extends ReadContext {
  alerts: BudgetAlertStore;
  auth: AuthService;
  budgets: Pick<CatalogBudgets, 'list'>;
  messages: Pick<MessageStore, 'add'>;
  monthBudgets: MonthBudgetStore;
  /** Which parts of a budget are told, by what is spent and what is expected. */
  percents: Record<BudgetAlert['basis'], readonly number[]>;
}

/** Where budgets stand in a month, and which parts of them are reached. */
interface ReachedMonth extends Pick<ReadBudgets, 'items' | 'month'> {
  reached: BudgetAlert[];
}

/**
 * For how many days of a month the one before is looked at as well. Providers correct
 * a month until about five days after its end; as many again, should their bills not be
 * brought in at once.
 */
const LATE_DAYS = 10;

/** Tells owners when a part of a budget is reached, each once in a month. */
export class BudgetTask {
  readonly #options: BudgetTaskOptions;

  constructor(options: BudgetTaskOptions) {
    this.#options = options;
  }

  /** What alerts go by besides sums, as a text that changes with it. */
  async findBasis(): Promise<string> {
    const { budgets, percents } = this.#options;
    const written = await budgets.list(await this.#ownCredentials());
    return hashJson([...written.values(), percents]);
  }

  async run(): Promise<void> {
    const { budgets, knex, monthBudgets, scopes } = this.#options;
    const { credentials } = await this.#ownCredentials();
    const written = await budgets.list({ credentials });
    const targets = await scopes.findMany([...written.keys()], { credentials });
    const { months, today } = await Snapshot.read(
      this.#options,
      async snapshot => ({
        months: await this.#readMonths(snapshot, { targets, written }),
        today: snapshot.today,
      }),
    );
    await knex.transaction(async trx => {
      for (const month of months) {
        await this.#tell(trx, month);
      }
      await monthBudgets.replace(trx, {
        budgets: written.values(),
        month: monthOf(today),
      });
    });
  }

  /** The month that pages show, and the one before while its last bills come. */
  async #readMonths(
    snapshot: Snapshot,
    options: {
      targets: ReadonlyMap<string, Target[]>;
      written: ReadonlyMap<string, WrittenBudget>;
    },
  ): Promise<ReachedMonth[]> {
    const { targets, written } = options;
    const { month } = findMonthPeriods(snapshot, undefined);
    const kept = await this.#findKept(snapshot, month);
    const current = await readBudgets(snapshot, {
      // As pages show it, where nobody looked before the month was over.
      budgets: new Map([...written, ...withTexts(written, kept)]),
      targets,
    });
    const reached = current.items.flatMap(item => this.#findReached(item));
    const months = [{ ...current, reached }];
    if (snapshot.today < addDays(firstDayOf(month), LATE_DAYS)) {
      const before = addMonths(month, -1);
      const last = await readBudgets(snapshot, {
        budgets: withTexts(written, await this.#findKept(snapshot, before)),
        month: before,
        targets,
      });
      const spent = last.items
        .flatMap(item => this.#findReached(item))
        // What was expected of it is no news by now.
        .filter(({ basis }) => basis === 'actual');
      months.push({ ...last, reached: spent });
    }
    return months;
  }

  /** What budgets were at the end of a month that is over. */
  async #findKept(
    { today, trx }: Snapshot,
    month: string,
  ): Promise<Map<string, string>> {
    return month < monthOf(today)
      ? this.#options.monthBudgets.find(trx, month)
      : new Map();
  }

  async #tell(
    trx: Knex.Transaction,
    { items, month, reached }: ReachedMonth,
  ): Promise<void> {
    const { alerts, currency, messages } = this.#options;
    const byEntity = new Map(items.map(item => [item.entityRef, item]));
    await alerts.removeUnreached(trx, {
      alerts: reached,
      entityRefs: [...byEntity.keys()],
      month,
    });
    const added = await alerts.add(trx, { alerts: reached, month });
    await messages.add(
      selectMostUrgent(added).flatMap(alert => {
        const item = byEntity.get(alert.entityRef);
        return item ? [toBudgetMessage(alert, item, currency)] : [];
      }),
      trx,
    );
  }

  /** Nobody asks: owners are told of what is theirs. */
  async #ownCredentials(): Promise<ScopeOptions> {
    return { credentials: await this.#options.auth.getOwnServiceCredentials() };
  }

  #findReached(item: ReadBudgets['items'][number]): BudgetAlert[] {
    const { percents } = this.#options;
    const { entityRef, forecastRatio = 0, usedRatio } = item;
    const findIn = (basis: BudgetAlert['basis'], ratio: number) =>
      percents[basis]
        .filter(percent => ratio * 100 >= percent)
        .map(percent => ({ basis, entityRef, percent }));
    return [
      ...findIn('actual', usedRatio),
      ...findIn('forecast', forecastRatio),
    ];
  }
}

/** Budgets with what they were, without those of which that is not known. */
function withTexts(
  written: ReadonlyMap<string, WrittenBudget>,
  texts: ReadonlyMap<string, string>,
): Map<string, WrittenBudget> {
  return new Map(
    [...written].flatMap(([entityRef, budget]) => {
      const text = texts.get(entityRef);
      return text === undefined ? [] : [[entityRef, { ...budget, text }]];
    }),
  );
}

/** One of those that an entity reached at once: the highest, spent before expected. */
function selectMostUrgent(alerts: BudgetAlert[]): BudgetAlert[] {
  return [...Map.groupBy(alerts, ({ entityRef }) => entityRef).values()].map(
    group =>
      group.toSorted(
        (one, other) =>
          other.percent - one.percent || one.basis.localeCompare(other.basis),
      )[0],
  );
}

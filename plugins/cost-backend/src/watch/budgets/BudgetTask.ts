import {
  hashJson,
  type MessageStore,
  type ScopeOptions,
} from '@atrium/backend-common';
import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogBudgets } from '../../answers/budgets/CatalogBudgets';
import type { ReadContext } from '../../answers/reads/ReadContext';
import { Snapshot } from '../../answers/sums/Snapshot';
import type { BudgetAlert, BudgetAlertStore } from './BudgetAlertStore';
import { readBudgets, type ReadBudgets } from './readBudgets';
import { toBudgetMessage } from './toBudgetMessage';

interface BudgetTaskOptions extends ReadContext {
  alerts: BudgetAlertStore;
  auth: AuthService;
  budgets: Pick<CatalogBudgets, 'list'>;
  messages: Pick<MessageStore, 'add'>;
  /** Which parts of a budget are told, by what is spent and what is expected. */
  percents: Record<BudgetAlert['basis'], readonly number[]>;
}

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
    const { alerts, budgets, currency, knex, messages, scopes } = this.#options;
    const { credentials } = await this.#ownCredentials();
    const written = await budgets.list({ credentials });
    const targets = await scopes.findMany([...written.keys()], { credentials });
    const { items, month } = await Snapshot.read(this.#options, snapshot =>
      readBudgets(snapshot, written, targets),
    );
    const reached = items.flatMap(item => this.#findReached(item));
    await knex.transaction(async trx => {
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
    });
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

import type {
  MessageStore,
  Ownership,
  SignalPublisher,
} from '@atrium/backend-common';
import { ExpressionError } from '@atrium/expressions';
import type { ScorecardSubject } from '@atrium/plugin-scorecard-common';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import { goalParts } from './goalParts';
import {
  type GonePart,
  toEndMessage,
  toReminderMessages,
} from './initiativeMessages';
import type { InitiativeReadStore } from './InitiativeReadStore';
import type { InitiativeStore } from './InitiativeStore';
import { measureInitiative } from './measureInitiative';
import { findReminderMoment } from './reminderMoments';
import type { ScopeExpressions } from './ScopeExpressions';
import type { StoredInitiative } from './StoredInitiative';

interface InitiativeTaskOptions {
  auth: AuthService;
  expressions: Pick<ScopeExpressions, 'findEntityRefs'>;
  knex: Knex;
  logger: LoggerService;
  messages: Pick<MessageStore, 'add'>;
  ownership: Pick<Ownership, 'expandOwners'>;
  reads: Pick<InitiativeReadStore, 'listRemainders'>;
  signals: Pick<SignalPublisher<ScorecardSubject>, 'publish'>;
  store: InitiativeStore;
}

/** Starts, measures and ends initiatives, and reminds owners of what is left. */
export class InitiativeTask {
  readonly #options: InitiativeTaskOptions;

  constructor(options: InitiativeTaskOptions) {
    this.#options = options;
  }

  async run(signal?: AbortSignal): Promise<void> {
    const { logger, store } = this.#options;
    const failures: unknown[] = [];
    for (const id of await store.listDueIds(new Date())) {
      if (signal?.aborted) {
        return;
      }
      try {
        await this.measure(id);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) {
      logger.warn('Some initiatives could not be measured', {
        failedCount: failures.length,
        firstReason: stringifyError(failures[0]),
      });
    }
  }

  /**
   * Measures one that runs or is to start by now. All that comes of it is kept
   * at once: whatever is cut short is done anew, and nobody is told twice.
   */
  async measure(id: string, now = new Date()): Promise<void> {
    const { knex, signals, store } = this.#options;
    const before = await store.get(id);
    const today = toDay(now);
    if (!before || before.startsOn > today) {
      return;
    }
    const scope = await this.#findScope(before);
    const after = await knex.transaction(async trx => {
      if (!(await store.lockRunning(id, today, trx))) {
        return undefined;
      }
      const { definition, goal, scorecard } = before;
      const parts = definition && goalParts(goal, definition, today);
      if (parts && scope) {
        const measured = { id, scorecard, goal: parts, ...scope, today, now };
        await measureInitiative(trx, measured);
      }
      const initiative = await store.get(id, trx);
      if (initiative) {
        await this.#tell(initiative, {
          gone: findGonePart({ parts, scope }),
          now,
          trx,
        });
      }
      return initiative;
    });
    if (after && !isSame(before, after)) {
      signals.publish([after.ownerRef], ['initiative']);
    }
  }

  /** Ends it where it is over, or else reminds owners. */
  async #tell(
    initiative: StoredInitiative,
    situation: { gone?: GonePart; now: Date; trx: Knex.Transaction },
  ): Promise<void> {
    const { messages, reads, store } = this.#options;
    const { now, trx } = situation;
    const today = toDay(now);
    const state = findEnd(initiative, { ...situation, today });
    if (state) {
      await store.end(initiative.id, { state, now }, trx);
      const message = toEndMessage(initiative, { state, gone: situation.gone });
      await messages.add([message], trx);
      return;
    }
    const moment = findReminderMoment(
      { ...initiative, createdOn: initiative.createdAt.slice(0, 10) },
      today,
    );
    if (moment && !situation.gone) {
      const remainders = await reads.listRemainders(initiative.id, trx);
      await messages.add(
        toReminderMessages(initiative, moment, { today, remainders }),
        trx,
      );
    }
  }

  /** @returns nothing where it names facts that nobody tells any more */
  async #findScope({ scope, scorecard }: StoredInitiative) {
    const { auth, ownership } = this.#options;
    const { appliesTo, ownerRefs = [], systemRefs = [] } = scope;
    // What an initiative is about does not depend on who looks at it.
    const credentials = await auth.getOwnServiceCredentials();
    const entityRefs = await this.#findEntityRefs(appliesTo, scorecard);
    if (appliesTo !== undefined && !entityRefs) {
      return undefined;
    }
    return {
      // Who names nobody means everybody.
      ownerRefs:
        ownerRefs.length > 0
          ? await ownership.expandOwners(ownerRefs, { credentials })
          : undefined,
      systemRefs: systemRefs.length > 0 ? systemRefs : undefined,
      entityRefs,
    };
  }

  async #findEntityRefs(appliesTo: string | undefined, scorecard: string) {
    if (appliesTo === undefined) {
      return undefined;
    }
    try {
      return await this.#options.expressions.findEntityRefs(
        appliesTo,
        scorecard,
      );
    } catch (error) {
      if (error instanceof ExpressionError) {
        return undefined;
      }
      throw error;
    }
  }
}

function findGonePart({
  parts,
  scope,
}: {
  parts: object | undefined;
  scope: object | undefined;
}): GonePart | undefined {
  if (!parts) {
    return 'goal';
  }
  return scope ? undefined : 'scope';
}

/** How it ended; `undefined` while it goes on. */
function findEnd(
  { total, done, exempt, dueOn }: StoredInitiative,
  { gone, today }: { gone?: GonePart; today: string },
): 'done' | 'missed' | 'cancelled' | undefined {
  const isOver = today > dueOn;
  if (gone) {
    return isOver ? 'cancelled' : undefined;
  }
  const isReached = done + exempt === total;
  if (isReached && (total > 0 || isOver)) {
    return 'done';
  }
  return isOver ? 'missed' : undefined;
}

function isSame(one: StoredInitiative, other: StoredInitiative): boolean {
  return (
    one.state === other.state &&
    one.total === other.total &&
    one.done === other.done &&
    one.exempt === other.exempt &&
    one.unknown === other.unknown
  );
}

function toDay(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

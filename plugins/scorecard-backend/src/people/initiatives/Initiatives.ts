import type { CatalogService } from '@backstage/plugin-catalog-node';
import { words } from '../../scorecardWords';
import {
  isRowId,
  entityNotFound,
  type OwnerNames,
  readOwnerNames,
  type Ownership,
  type ScopeOptions,
  type VisibleEntities,
} from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import type {
  Initiative,
  InitiativeDetails,
  initiativeQuerySchema,
  ScorecardDefinition,
} from '@atrium/plugin-scorecard-common';
import type { BackstageUserPrincipal } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { z } from 'zod';
import type { ScorecardManagers } from '../../scorecards/ScorecardManagers';
import { fillDays } from './fillDays';
import type { InitiativeReadStore } from './InitiativeReadStore';
import type { InitiativeFields, InitiativeStore } from './InitiativeStore';
import type { InitiativeTask } from './InitiativeTask';
import type { ScopeExpressions } from './ScopeExpressions';
import { type StoredInitiative, toWireInitiative } from './StoredInitiative';

interface InitiativesOptions {
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  expressions: Pick<ScopeExpressions, 'findProblem'>;
  managers: Pick<ScorecardManagers, 'findManaged'>;
  ownership: Pick<Ownership, 'findOwnersBehind'>;
  reads: InitiativeReadStore;
  scorecards: {
    find(name: string): Promise<ScorecardDefinition | undefined>;
  };
  store: InitiativeStore;
  task: Pick<InitiativeTask, 'measure'>;
  visible: Pick<VisibleEntities, 'canSeeAll' | 'filter'>;
}

type UserOptions = ScopeOptions<BackstageUserPrincipal>;

/** On a page, and in a file. */
const MAX_SHOWN = 200;
const MAX_EXPORTED = 100_000;

/** Plans what some entities shall reach by a day, and says how far they are. */
export class Initiatives {
  readonly #options: InitiativesOptions;

  constructor(options: InitiativesOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError when the entity that is asked about is not there */
  async list(
    query: z.output<typeof initiativeQuerySchema>,
    options: ScopeOptions,
  ): Promise<Page<Initiative>> {
    const { ownership, reads } = this.#options;
    const { entityRef, ownerRef, ...request } = query;
    if (entityRef !== undefined) {
      await this.#requireVisible([entityRef], options, () => {
        throw entityNotFound(entityRef);
      });
    }
    const page = await reads.list({
      ...request,
      entityRef,
      ownerRefs:
        ownerRef === undefined
          ? undefined
          : await ownership.findOwnersBehind(ownerRef, options),
    });
    const canManage = await this.#options.managers.findManaged(options);
    return {
      ...page,
      items: page.items.map(one =>
        toWireInitiative(one, { canManage: canManage(one.definition) }),
      ),
    };
  }

  /** @throws NotFoundError when there is none */
  async get(id: string, options: ScopeOptions): Promise<InitiativeDetails> {
    const { reads } = this.#options;
    const initiative = await this.find(id);
    const [canManage, days, teams, remaining] = await Promise.all([
      this.#options.managers.findManaged(options),
      reads.listDays(id),
      reads.listTeams(id),
      this.#listRemaining(initiative, { ...options, limit: MAX_SHOWN }),
    ]);
    return {
      ...toWireInitiative(initiative, {
        canManage: canManage(initiative.definition),
      }),
      burnDown: fillDays(days),
      teams,
      remaining,
    };
  }

  /**
   * All that is left to do, the least work first.
   *
   * @throws NotFoundError when there is none
   */
  async listRemaining(
    id: string,
    options: ScopeOptions,
  ): Promise<InitiativeDetails['remaining']> {
    const initiative = await this.find(id);
    return this.#listRemaining(initiative, { ...options, limit: MAX_EXPORTED });
  }

  /** @throws NotFoundError when there is none */
  async find(id: string): Promise<StoredInitiative> {
    const initiative = isRowId(id) && (await this.#options.store.get(id));
    if (!initiative) {
      throw words.error(
        NotFoundError,
        words.describe('scorecard.refusal.initiativeNotFound', { id }),
      );
    }
    return initiative;
  }

  /**
   * Plans one.
   *
   * @throws InputError when something in it is not there; NotAllowedError for
   * whoever neither owns the scorecard nor runs the portal
   */
  async create(
    fields: InitiativeFields,
    options: UserOptions,
  ): Promise<Initiative> {
    const { store, task } = this.#options;
    await this.#check(fields, options);
    const now = new Date();
    const id = await store.create(fields, {
      createdBy: options.credentials.principal.userEntityRef,
      now,
    });
    await task.measure(id, now);
    return this.#readOwn(id);
  }

  /**
   * Changes one.
   *
   * @throws as `create` does, and ConflictError when it is over
   */
  async update(
    { id, definition }: StoredInitiative,
    fields: InitiativeFields,
    options: UserOptions,
  ): Promise<Initiative> {
    const { store, task } = this.#options;
    await this.#requireManager(definition, options);
    await this.#check(fields, options);
    if (!(await store.update(id, fields))) {
      await this.#refuseOver(id);
    }
    await task.measure(id);
    return this.#readOwn(id);
  }

  /** @throws NotAllowedError as `create` does; ConflictError when it is over */
  async cancel(
    { id, definition }: StoredInitiative,
    options: UserOptions,
  ): Promise<Initiative> {
    await this.#requireManager(definition, options);
    const end = { state: 'cancelled', now: new Date() } as const;
    if (!(await this.#options.store.end(id, end))) {
      await this.#refuseOver(id);
    }
    return this.#readOwn(id);
  }

  async #refuseOver(id: string): Promise<never> {
    const { state } = await this.find(id);
    const end = state === 'cancelled' || state === 'missed' ? state : 'done';
    throw words.error(
      ConflictError,
      words.describe(`scorecard.refusal.initiativeIs.${end}`),
    );
  }

  /** After a change that only who may manage it can make. */
  async #readOwn(id: string): Promise<Initiative> {
    return toWireInitiative(await this.find(id), { canManage: true });
  }

  async #check(fields: InitiativeFields, options: UserOptions): Promise<void> {
    const { expressions, scorecards } = this.#options;
    const { goal, ownerRef, scope, scorecard } = fields;
    const definition = await scorecards.find(scorecard);
    if (!definition) {
      throw words.error(
        InputError,
        words.describe('scorecard.refusal.noScorecard', { scorecard }),
      );
    }
    await this.#requireManager(definition, options);
    refuseUnknownGoal(goal, definition);
    if (fields.dueOn < new Date().toISOString().slice(0, 10)) {
      throw words.error(
        InputError,
        words.describe('scorecard.refusal.dueInPast'),
      );
    }
    const named = [
      ownerRef,
      ...(scope.ownerRefs ?? []),
      ...(scope.systemRefs ?? []),
    ];
    await this.#requireVisible(named, options, missing => {
      throw new InputError(`There is no entity '${missing.join("', '")}'`);
    });
    const problem = scope.appliesTo && expressions.findProblem(scope.appliesTo);
    if (problem) {
      throw words.error(
        InputError,
        words.describe('scorecard.refusal.expression', { problem }),
      );
    }
  }

  async #requireVisible(
    refs: string[],
    options: ScopeOptions,
    refuse: (missing: string[]) => never,
  ): Promise<void> {
    const seen = await this.#options.visible.filter(refs, options);
    const missing = refs.filter(ref => !seen.includes(ref));
    if (missing.length > 0) {
      refuse(missing);
    }
  }

  async #requireManager(
    definition: ScorecardDefinition | undefined,
    options: UserOptions,
  ): Promise<void> {
    const canManage = await this.#options.managers.findManaged(options);
    if (!canManage(definition)) {
      throw words.error(
        NotAllowedError,
        definition
          ? words.describe('scorecard.refusal.manageInitiative', {
              owners: (await this.#readOwners(definition, options)).owners,
            })
          : words.describe('scorecard.refusal.manageOrphan'),
      );
    }
  }

  #readOwners(
    { spec }: ScorecardDefinition,
    { credentials }: UserOptions,
  ): Promise<OwnerNames> {
    const { catalog } = this.#options;
    return readOwnerNames([spec.owner], { catalog, credentials });
  }

  async #listRemaining(
    { id, definition }: StoredInitiative,
    { limit, ...options }: ScopeOptions & { limit: number },
  ): Promise<InitiativeDetails['remaining']> {
    const { reads, visible } = this.#options;
    const visibleRefs = (await visible.canSeeAll(options))
      ? undefined
      : await visible.filter(await reads.listEntityRefs(id), options);
    const titles = new Map(
      definition?.spec.checks.map(({ name, title }) => [name, title]),
    );
    const remaining = await reads.listRemaining(id, {
      limit,
      visibleRefs,
    });
    return remaining.map(one => ({
      ...one,
      checks: one.checks.map(name => titles.get(name) ?? name),
    }));
  }
}

function refuseUnknownGoal(
  goal: InitiativeFields['goal'],
  { spec }: ScorecardDefinition,
): void {
  const isLevel = goal.kind === 'level';
  const known = (isLevel ? spec.levels : spec.checks).map(({ name }) => name);
  const unknown = (isLevel ? [goal.level] : goal.checks).filter(
    name => !known.includes(name),
  );
  if (unknown.length > 0) {
    throw words.error(
      InputError,
      isLevel
        ? words.describe('scorecard.refusal.unknownLevel', { name: unknown[0] })
        : words.describe('scorecard.refusal.unknownChecks', {
            names: unknown.join("', '"),
          }),
    );
  }
}

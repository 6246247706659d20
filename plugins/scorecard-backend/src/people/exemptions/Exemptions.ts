import {
  entityNotFound,
  type MessageStore,
  type Ownership,
  readEntityTitles,
  readOwnerNames,
  type ScopeOptions,
  type SignalPublisher,
  type VisibleEntities,
} from '@atrium/backend-common';
import type {
  CreateExemption,
  ScorecardSubject,
} from '@atrium/plugin-scorecard-common';
import type {
  AuthService,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import { words } from '../../scorecardWords';
import type { EvaluationQueue } from '../../database/EvaluationQueue';
import type { RatedCheckStore } from '../../reads/RatedCheckStore';
import type { PeopleMetrics } from '../PeopleMetrics';
import { toApproverMessage, toRequesterMessages } from './exemptionMessages';
import type { ExemptionMove, ExemptionStore } from './ExemptionStore';
import { findDecisionProblem } from './findDecisionProblem';
import type { StoredExemption } from './StoredExemption';

interface ExemptionsOptions {
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  knex: Knex;
  store: ExemptionStore;
  checks: Pick<RatedCheckStore, 'find'>;
  evaluationQueue: Pick<EvaluationQueue, 'add'>;
  messages: Pick<MessageStore, 'add'>;
  metrics: Pick<PeopleMetrics, 'countExemptions'>;
  ownership: Pick<Ownership, 'getOwnerRefs'>;
  signals: Pick<SignalPublisher<ScorecardSubject>, 'publish'>;
  visible: Pick<VisibleEntities, 'filter'>;
}

type UserOptions = ScopeOptions<BackstageUserPrincipal>;

/** What somebody who may decide can do. */
export type ExemptionDecision = 'granted' | 'refused' | 'revoked';

/** Has checks passed over for entities, where who owns the scorecard agrees. */
export class Exemptions {
  readonly #options: ExemptionsOptions;

  constructor(options: ExemptionsOptions) {
    this.#options = options;
  }

  /**
   * Asks for an exemption, of an entity that the caller may see.
   *
   * @throws NotFoundError when the check does not rate the entity; ConflictError
   * when there is nothing to be passed over, or one waits or holds already
   */
  async request(
    input: CreateExemption,
    { credentials }: UserOptions,
  ): Promise<StoredExemption> {
    const { checks, knex, messages, signals, store } = this.#options;
    const { check, entityRef, scorecard } = input;
    const rated = await checks.find(input);
    if (!rated) {
      throw words.error(
        NotFoundError,
        words.describe('scorecard.refusal.notRated', {
          scorecard,
          entityRef,
          check,
        }),
      );
    }
    const { definition, outcome } = rated;
    if (outcome === 'pass' || outcome === 'not-applicable') {
      const values = { entityRef, check: definition.title };
      throw words.error(
        ConflictError,
        outcome === 'pass'
          ? words.describe('scorecard.refusal.passes', values)
          : words.describe('scorecard.refusal.notApplicable', values),
      );
    }
    const requestedBy = credentials.principal.userEntityRef;
    const requester = await this.#readTitle(requestedBy);
    const created = await knex.transaction(async trx => {
      const exemption = await store.create(
        {
          ...input,
          scorecardTitle: rated.scorecardTitle,
          checkTitle: definition.title,
          ownerRefs: rated.ownerRefs,
          approverRef: rated.scorecardOwnerRef,
          requestedBy,
        },
        trx,
      );
      if (exemption) {
        await messages.add([toApproverMessage(exemption, requester)], trx);
      }
      return exemption;
    });
    if (!created) {
      throw words.error(
        ConflictError,
        words.describe('scorecard.refusal.exemptAlready', {
          entityRef,
          check: definition.title,
        }),
      );
    }
    this.#options.metrics.countExemptions(1, 'waiting');
    signals.publish([entityRef], ['exemption']);
    return created;
  }

  /**
   * Grants, refuses or revokes an exemption.
   *
   * @throws NotAllowedError for whoever does not own the scorecard, or asked for
   * it; ConflictError when it was decided before, or what it was asked for is
   * not so any more
   */
  async decide(
    exemption: StoredExemption,
    decision: { to: ExemptionDecision; note?: string },
    { credentials }: UserOptions,
  ): Promise<StoredExemption> {
    const { userEntityRef } = credentials.principal;
    const memberRefs = await this.#options.ownership.getOwnerRefs({
      credentials,
    });
    const problem = findDecisionProblem(exemption, {
      userRef: userEntityRef,
      memberRefs,
    });
    if (problem) {
      const { owners } = await this.#readOwners([exemption.approverRef], {
        credentials,
      });
      throw words.error(
        NotAllowedError,
        words.describe(`scorecard.refusal.${problem}`, { owners }),
      );
    }
    if (decision.to === 'granted' && exemption.state === 'waiting') {
      refuseOutdated(exemption);
    }
    return this.#move({
      ...decision,
      id: exemption.id,
      from: decision.to === 'revoked' ? ['granted'] : ['waiting'],
      decidedBy: userEntityRef,
    });
  }

  /**
   * Takes back what was asked for, or gives up what was granted.
   *
   * @throws ConflictError when it is over
   */
  async withdraw(
    { id }: StoredExemption,
    { note }: { note?: string },
    { credentials }: UserOptions,
  ): Promise<StoredExemption> {
    return this.#move({
      id,
      from: ['waiting', 'granted'],
      to: 'withdrawn',
      decidedBy: credentials.principal.userEntityRef,
      note,
    });
  }

  /** @throws NotFoundError when an entity does not exist or is hidden */
  async requireVisible(
    entityRef: string,
    options: ScopeOptions,
  ): Promise<void> {
    const [seen] = await this.#options.visible.filter([entityRef], options);
    if (seen === undefined) {
      throw entityNotFound(entityRef);
    }
  }

  /** The refusal of whoever may not ask for exemptions of an entity. */
  async refuseRequest(
    entityRef: string,
    options: ScopeOptions,
  ): Promise<NotAllowedError> {
    return words.error(
      NotAllowedError,
      words.describe(
        'scorecard.refusal.requestExemption',
        await this.#readOwners([entityRef], options),
      ),
    );
  }

  /** The refusal of whoever neither asked for it nor owns the entity. */
  async refuseWithdrawal(
    { requestedBy, entityRef }: StoredExemption,
    options: ScopeOptions,
  ): Promise<NotAllowedError> {
    const { owners } = await this.#readOwners(
      [requestedBy, entityRef],
      options,
    );
    return words.error(
      NotAllowedError,
      words.describe('scorecard.refusal.withdraw', { owners }),
    );
  }

  #readOwners(entityRefs: string[], { credentials }: ScopeOptions) {
    const { catalog } = this.#options;
    return readOwnerNames(entityRefs, { catalog, credentials });
  }

  async #readTitle(userRef: string): Promise<string> {
    const { auth, catalog } = this.#options;
    const titles = await readEntityTitles([userRef], {
      catalog,
      // Whoever hears of a decision hears who took it, hidden or not.
      credentials: await auth.getOwnServiceCredentials(),
    });
    return titles.get(userRef) ?? userRef;
  }

  async #move(move: ExemptionMove): Promise<StoredExemption> {
    const { evaluationQueue, knex, messages, signals, store } = this.#options;
    const decider = await this.#readTitle(move.decidedBy);
    const moved = await knex.transaction(async trx => {
      const exemption = await store.move(move, trx);
      if (exemption) {
        await evaluationQueue.add([exemption.entityRef], trx);
        await messages.add(toRequesterMessages(exemption, decider), trx);
      }
      return exemption;
    });
    if (!moved) {
      const present = await store.get(move.id);
      throw words.error(
        ConflictError,
        words.describe(
          `scorecard.refusal.exemptionIs.${present?.state ?? 'withdrawn'}`,
        ),
      );
    }
    this.#options.metrics.countExemptions(1, moved.state);
    signals.publish([moved.entityRef], ['exemption']);
    return moved;
  }
}

/** Nobody agrees to what is not so any more. */
function refuseOutdated(exemption: StoredExemption): void {
  const { checkTitle, entityRef, hasCheck, hasNewOwners, scorecardTitle } =
    exemption;
  if (!hasCheck) {
    throw words.error(
      ConflictError,
      words.describe('scorecard.refusal.noCheck', {
        scorecard: scorecardTitle,
        check: checkTitle,
      }),
    );
  }
  if (hasNewOwners) {
    throw words.error(
      ConflictError,
      words.describe('scorecard.refusal.newOwners', { entityRef }),
    );
  }
}

import {
  type MessageStore,
  type Ownership,
  readEntityTitles,
  type ScopeOptions,
  type SignalPublisher,
  type VisibleEntities,
} from '@atrium/backend-common';
import type {
  CreateExemption,
  ExemptionState,
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

const STATE_WORDS: Record<ExemptionState, string> = {
  waiting: 'waits for a decision',
  granted: 'was granted',
  refused: 'was refused',
  withdrawn: 'was withdrawn',
  revoked: 'was revoked',
  expired: 'has ended',
};

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
      throw new NotFoundError(
        `'${scorecard}' does not rate '${entityRef}' by a check '${check}'`,
      );
    }
    const { definition, outcome } = rated;
    if (outcome === 'pass' || outcome === 'not-applicable') {
      throw new ConflictError(
        outcome === 'pass'
          ? `'${entityRef}' passes "${definition.title}"`
          : `"${definition.title}" does not apply to '${entityRef}'`,
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
      throw new ConflictError(
        `'${entityRef}' is exempt from "${definition.title}" already, or waits for that`,
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
      throw new NotAllowedError(problem);
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
      throw new NotFoundError(`No entity '${entityRef}'`);
    }
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
      throw new ConflictError(
        `The exemption ${STATE_WORDS[present?.state ?? 'withdrawn']}`,
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
    throw new ConflictError(
      `"${scorecardTitle}" does not have the check "${checkTitle}" any more`,
    );
  }
  if (hasNewOwners) {
    throw new ConflictError(
      `'${entityRef}' has other owners than when this was asked for: refuse it, and have them ask`,
    );
  }
}

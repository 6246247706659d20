import type { ScopeOptions } from '@atrium/backend-common';
import type { FieldText } from '@atrium/common';
import {
  resourceInputSchema,
  updateResourceSchema,
} from '@atrium/plugin-provisioning-common';
import type {
  BackstageUserPrincipal,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { ResourceMove } from '../../database/ResourceStore';
import type { StoredRequest } from '../../database/StoredRequest';
import type { StoredResource } from '../../database/StoredResource';
import { applyUpdate } from './applyUpdate';
import { attachComponent } from './attachComponent';
import { findDecisionRefusal } from './decideApproval';
import { describeProblem, joinProblems } from './describeProblem';
import type { Refusals } from './Refusals';
import {
  announceRequest,
  refuseOvertaken,
  refuseState,
  type RequestContext,
  type RequestOutcome,
} from './RequestContext';
import { reserveQuota } from './reserveQuota';
import type { PlannedResource, ResourceProposal } from './ResourceProposal';
import { toPlannedFields } from './toPlannedFields';
import { toUpdateChange } from './UpdateChange';
import { words } from '../../provisioningWords';

type UserOptions = ScopeOptions<BackstageUserPrincipal>;

/** Agrees to requests, or not, and takes them back. */
export class Decisions {
  readonly #context: RequestContext;
  readonly #refusals: Refusals;
  readonly #userInfo: UserInfoService;

  constructor(
    context: RequestContext & { refusals: Refusals; userInfo: UserInfoService },
  ) {
    this.#context = context;
    this.#refusals = context.refusals;
    this.#userInfo = context.userInfo;
  }

  /**
   * Agrees to what the approver has seen, and has the portal begin.
   *
   * @throws NotAllowedError for whoever is no approver, or asked for it;
   * ConflictError when it was decided before, the resource cannot be changed in its
   * state, or it would come to something else by now: then it waits again, with what
   * it would come to
   */
  async approve(
    { request, resource }: RequestOutcome,
    decision: { planHash: string; comment?: string },
    options: UserOptions,
  ): Promise<RequestOutcome> {
    await this.#refuseStrangers(request, options);
    if (request.kind === 'update') {
      refuseState(resource, 'updating');
    }
    const proposal = await this.#planAgain(request, resource, options);
    if (request.kind === 'share' && proposal.shared?.id !== resource.id) {
      throw words.error(
        ConflictError,
        words.describe('provisioning.refusal.alreadyShared', {
          name: resource.name,
        }),
      );
    }
    const problems = joinProblems(proposal.problems.map(describeProblem));
    if (problems) {
      throw words.error(
        ConflictError,
        words.describe('provisioning.refusal.unmakable', { problems }),
      );
    }
    const planHash = proposal.preview.planHash ?? '';
    if (planHash !== request.planHash) {
      await this.#bindAnew(request, proposal);
    }
    if (planHash !== request.planHash || decision.planHash !== planHash) {
      throw words.error(
        ConflictError,
        words.describe('provisioning.refusal.otherPlan'),
      );
    }
    const { planned } = proposal;
    const { knex, notifier, queue, stores } = this.#context;
    const decidedBy = options.credentials.principal.userEntityRef;
    await knex.transaction(async trx => {
      const isFirst = await stores.requests.move(trx, {
        id: request.id,
        from: ['awaiting-approval'],
        to: request.kind === 'share' ? 'done' : 'approved',
        reason: decision.comment,
        decidedBy,
      });
      if (!isFirst) {
        await this.#refuseDecided(trx, request.id);
      }
      await this.#begin(trx, {
        request,
        resource,
        planned,
        actorRef: decidedBy,
        comment: decision.comment,
      });
      queue.enqueue(trx, {
        driver: planned?.definition.spec.driver ?? resource.driver,
      });
    });
    const outcome = await announceRequest(this.#context, request.id);
    await notifier.notifyRequester(outcome.request, outcome.resource);
    return outcome;
  }

  /** Does not agree, and says why. */
  async reject(
    outcome: RequestOutcome,
    { reason }: { reason: string },
    options: UserOptions,
  ): Promise<RequestOutcome> {
    await this.#refuseStrangers(outcome.request, options);
    const rejected = await this.#decline(outcome, {
      to: 'rejected',
      from: ['awaiting-approval'],
      reason,
      actorRef: options.credentials.principal.userEntityRef,
      title: words.describe('provisioning.timeline.rejected'),
    });
    await this.#context.notifier.notifyRequester(
      rejected.request,
      rejected.resource,
    );
    return rejected;
  }

  /** Takes a request back before anything was made. */
  async cancel(
    outcome: RequestOutcome,
    { reason }: { reason: string },
    options: UserOptions,
  ): Promise<RequestOutcome> {
    return this.#decline(outcome, {
      to: 'cancelled',
      // What is to be made anew may be stopped until the worker begins.
      from:
        outcome.request.kind === 'create'
          ? ['awaiting-approval', 'approved']
          : ['awaiting-approval'],
      reason,
      actorRef: options.credentials.principal.userEntityRef,
      title: words.describe('provisioning.timeline.cancelled'),
    });
  }

  async #refuseStrangers(
    request: StoredRequest,
    { credentials }: UserOptions,
  ): Promise<void> {
    const { userEntityRef, ownershipEntityRefs } =
      await this.#userInfo.getUserInfo(credentials);
    const refusal = findDecisionRefusal(request, {
      userRef: userEntityRef,
      memberRefs: ownershipEntityRefs,
    });
    if (refusal) {
      throw await this.#refusals.refuseDecision(refusal, { credentials });
    }
    if (request.state !== 'awaiting-approval') {
      throw refuseDecided(request.state);
    }
  }

  async #planAgain(
    request: StoredRequest,
    resource: StoredResource,
    options: UserOptions,
  ): Promise<ResourceProposal> {
    const { planner } = this.#context;
    return request.kind === 'update'
      ? planner.planUpdate(
          resource,
          updateResourceSchema.parse(request.input),
          options,
        )
      : planner.plan(resourceInputSchema.parse(request.input), {
          ...options,
          resourceId: request.kind === 'create' ? resource.id : undefined,
        });
  }

  /** Has it wait with what it would come to by now. */
  async #bindAnew(
    request: StoredRequest,
    { planned, preview }: ResourceProposal,
  ): Promise<void> {
    const { knex, stores } = this.#context;
    await knex.transaction(async trx => {
      const isWaiting = await stores.requests.move(trx, {
        id: request.id,
        from: ['awaiting-approval'],
        to: 'awaiting-approval',
      });
      if (!isWaiting) {
        await this.#refuseDecided(trx, request.id);
      }
      const { approverRefs, reasons } = preview.approval;
      await stores.requests.rebind(trx, request.id, {
        planHash: preview.planHash ?? '',
        preview,
        change:
          planned && request.kind === 'update' ? toUpdateChange(planned) : {},
        // Who was asked stays asked where the definition asks nobody any more.
        approverRefs:
          approverRefs.length > 0 ? approverRefs : request.approverRefs,
        approvalReasons:
          reasons.length > 0
            ? reasons.map(({ message }) => message)
            : request.approvalReasons,
      });
      await stores.timeline.add(trx, {
        resourceId: request.resourceId,
        requestId: request.id,
        kind: 'note',
        title: words.describe('provisioning.timeline.planChanged'),
      });
    });
    await announceRequest(this.#context, request.id);
  }

  async #begin(
    trx: Knex.Transaction,
    begin: RequestOutcome & {
      planned?: PlannedResource;
      actorRef: string;
      comment?: string;
    },
  ): Promise<void> {
    const { actorRef, comment, planned, request, resource } = begin;
    const move = {
      actorRef,
      requestId: request.id,
      title: words.describe('provisioning.timeline.approved'),
      detail: comment,
    };
    if (request.kind === 'share') {
      const { entityRef } = resourceInputSchema.parse(request.input);
      await attachComponent(trx, this.#context, {
        resourceId: resource.id,
        requestId: request.id,
        entityRef,
        actorRef,
        detail: comment,
      });
      return;
    }
    if (request.kind === 'update') {
      await applyUpdate(trx, this.#context, {
        ...move,
        resource,
        change: request.change,
      });
      return;
    }
    await this.#beginCreation(trx, { ...move, planned, resource });
  }

  /** Has made what was agreed to, which may not be what was first requested. */
  async #beginCreation(
    trx: Knex.Transaction,
    creation: Pick<
      ResourceMove,
      'title' | 'detail' | 'actorRef' | 'requestId'
    > & {
      planned?: PlannedResource;
      resource: StoredResource;
    },
  ): Promise<void> {
    const { planned, resource, ...move } = creation;
    const { resources } = this.#context.stores;
    const fields = planned && toPlannedFields(planned);
    const isCounted =
      fields?.definition === resource.definition &&
      fields.ownerRef === resource.ownerRef;
    if (planned && !isCounted) {
      await reserveQuota(trx, resources, planned);
    }
    const isMoved = await resources.move(trx, {
      ...move,
      id: resource.id,
      version: resource.version,
      from: resource.state,
      to: 'approved',
      changes: fields && {
        ...fields,
        monthlyPrice: fields.monthlyPrice ?? null,
        lease: fields.lease ?? null,
      },
    });
    if (isMoved === undefined) {
      refuseOvertaken(resource.name);
    }
  }

  async #decline(
    { request, resource }: RequestOutcome,
    decline: {
      to: 'rejected' | 'cancelled';
      from: StoredRequest['state'][];
      reason: string;
      actorRef: string;
      title: FieldText;
    },
  ): Promise<RequestOutcome> {
    const { knex, stores } = this.#context;
    const { actorRef, reason, title } = decline;
    await knex.transaction(async trx => {
      const isFirst = await stores.requests.move(trx, {
        ...decline,
        id: request.id,
        decidedBy: actorRef,
      });
      if (!isFirst) {
        await this.#refuseDecided(trx, request.id);
      }
      if (request.kind !== 'create') {
        await stores.timeline.add(trx, {
          resourceId: resource.id,
          requestId: request.id,
          kind: 'note',
          title,
          detail: reason,
          actorRef,
        });
        return;
      }
      const isMoved = await stores.resources.move(trx, {
        id: resource.id,
        version: resource.version,
        from: resource.state,
        to: 'withdrawn',
        reason,
        title,
        changes: { desired: 'absent' },
        actorRef,
        requestId: request.id,
      });
      if (isMoved === undefined) {
        refuseOvertaken(resource.name);
      }
    });
    return announceRequest(this.#context, request.id);
  }

  async #refuseDecided(trx: Knex.Transaction, id: string): Promise<never> {
    const request = await this.#context.stores.requests.get(id, trx);
    throw refuseDecided(request?.state ?? 'cancelled');
  }
}

function refuseDecided(state: StoredRequest['state']): ConflictError {
  return words.error(
    ConflictError,
    words.describe(`provisioning.refusal.requestIs.${state}`),
  );
}

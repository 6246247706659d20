import { hashJson, type ScopeOptions } from '@atrium/backend-common';
import type { RequestKind } from '@atrium/plugin-provisioning-common';
import type { BackstageUserPrincipal } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { ResourceMove } from '../../database/ResourceStore';
import type { NewRequest } from '../../database/StoredRequest';
import type { StoredResource } from '../../database/StoredResource';
import { applyUpdate } from './applyUpdate';
import {
  announceRequest,
  refuseOvertaken,
  refuseProblems,
  refuseState,
  stateRefusal,
  type RequestContext,
  type RequestOutcome,
} from './RequestContext';
import { toUpdateChange } from './UpdateChange';
import { words } from '../../provisioningWords';

type UserOptions = ScopeOptions<BackstageUserPrincipal>;

const DAY_MS = 24 * 3_600_000;

/** Asks for changes of what is there: each is a request of its own kind. */
export class LifeRequests {
  readonly #context: RequestContext;

  constructor(context: RequestContext) {
    this.#context = context;
  }

  /** Changes plan or parameters; where the definition asks for it, once agreed. */
  async update(
    resource: StoredResource,
    input: { plan?: string; parameters?: JsonObject; planHash?: string },
    options: UserOptions,
  ): Promise<RequestOutcome> {
    const { knex, notifier, planner, queue, stores } = this.#context;
    refuseState(resource, 'updating');
    const { planHash, ...wanted } = input;
    const { planned, preview, problems } = await planner.planUpdate(
      resource,
      wanted,
      options,
    );
    refuseProblems(problems);
    if (planHash && planHash !== preview.planHash) {
      throw words.error(
        ConflictError,
        words.describe('provisioning.refusal.otherPreview'),
      );
    }
    const { approval } = preview;
    const change = planned ? toUpdateChange(planned) : {};
    const actorRef = options.credentials.principal.userEntityRef;
    const request: NewRequest = {
      ...newRequest('update', resource, actorRef),
      state: approval.isRequired ? 'awaiting-approval' : 'approved',
      input: wanted,
      change,
      preview,
      planHash: preview.planHash ?? '',
      approverRefs: approval.approverRefs,
      approvalReasons: approval.reasons.map(({ message }) => message),
    };
    await knex.transaction(async trx => {
      await this.#refuseSecondUpdate(trx, resource);
      await stores.requests.insert(trx, request);
      if (approval.isRequired) {
        await stores.timeline.add(trx, {
          resourceId: resource.id,
          requestId: request.id,
          kind: 'note',
          title: words.describe('provisioning.timeline.changeWaits'),
          actorRef,
        });
        return;
      }
      await applyUpdate(trx, this.#context, {
        resource,
        change,
        title: words.describe('provisioning.timeline.changeRequested'),
        actorRef,
        requestId: request.id,
      });
      queue.enqueue(trx, resource);
    });
    const outcome = await announceRequest(this.#context, request.id);
    if (approval.isRequired) {
      await notifier.notifyApprovers(outcome.request, outcome.resource);
    }
    return outcome;
  }

  /**
   * Gives it new credentials; those before do not work any more. What was to be
   * deleted, and could not be, is kept from then on.
   */
  async rotate(
    resource: StoredResource,
    options: UserOptions,
  ): Promise<RequestOutcome> {
    return this.#work('rotate', resource, {
      options,
      move: {
        to: 'rotating',
        title: words.describe('provisioning.timeline.credentialsRequested'),
        changes: {
          credentialGeneration: resource.credentialGeneration + 1,
          desired: 'present',
          deletedBy: null,
        },
      },
    });
  }

  /** Lends it for longer; where access was taken away, gives it back. */
  async extend(
    resource: StoredResource,
    { until }: { until?: string },
    options: UserOptions,
  ): Promise<RequestOutcome> {
    const { lease } = resource;
    if (!lease?.endsAt) {
      throw words.error(
        ConflictError,
        words.describe('provisioning.refusal.noLease', { name: resource.name }),
      );
    }
    const now = Date.now();
    const endsAt = until
      ? Date.parse(until)
      : Math.max(now + lease.defaultDays * DAY_MS, Date.parse(lease.endsAt));
    if (endsAt <= now || endsAt > now + lease.maximumDays * DAY_MS) {
      throw words.error(
        InputError,
        words.describe('provisioning.refusal.until', {
          count: lease.maximumDays,
        }),
      );
    }
    const isExpiring = resource.state === 'expiring';
    // What has failed may be about to be suspended: only a new end would be noted.
    if (!isExpiring && resource.state !== 'ready') {
      throw stateRefusal(resource);
    }
    return this.#work('extend', resource, {
      options,
      isDone: !isExpiring,
      input: { until: new Date(endsAt).toISOString() },
      move: {
        title: words.describe('provisioning.timeline.extended'),
        changes: {
          leaseEndsAt: new Date(endsAt).toISOString(),
          ...(isExpiring && { desired: 'present' as const }),
        },
      },
    });
  }

  /** Removes it and its data, as its definition says. */
  async delete(
    resource: StoredResource,
    { confirmName, reason }: { confirmName: string; reason?: string },
    options: UserOptions,
  ): Promise<RequestOutcome> {
    if (confirmName !== resource.name) {
      throw words.error(
        InputError,
        words.describe('provisioning.refusal.confirmName', {
          name: resource.name,
        }),
      );
    }
    if (resource.deletion === 'protect') {
      throw words.error(
        ConflictError,
        words.describe('provisioning.refusal.isProtected', {
          name: resource.name,
          definition: resource.definition,
        }),
      );
    }
    const actorRef = options.credentials.principal.userEntityRef;
    return this.#work('delete', resource, {
      options,
      input: { reason: reason ?? null },
      reason,
      move: {
        to: 'deleting',
        title: words.describe('provisioning.timeline.deletionRequested'),
        reason,
        changes: { desired: 'absent', deletedBy: actorRef },
      },
    });
  }

  async #work(
    kind: RequestKind,
    resource: StoredResource,
    work: {
      options: UserOptions;
      /** What the worker has nothing to do for. */
      isDone?: boolean;
      input?: JsonObject;
      reason?: string;
      move: Pick<ResourceMove, 'to' | 'title' | 'reason' | 'changes'>;
    },
  ): Promise<RequestOutcome> {
    const { knex, queue, stores } = this.#context;
    const { input = {}, isDone = false, move, options, reason } = work;
    if (move.to) {
      refuseState(resource, move.to);
    }
    const actorRef = options.credentials.principal.userEntityRef;
    const request: NewRequest = {
      ...newRequest(kind, resource, actorRef),
      state: isDone ? 'done' : 'approved',
      input,
      reason,
    };
    await knex.transaction(async trx => {
      await stores.requests.insert(trx, request);
      const version = await stores.resources.move(trx, {
        ...move,
        id: resource.id,
        version: resource.version,
        from: resource.state,
        actorRef,
        requestId: request.id,
      });
      if (version === undefined) {
        refuseOvertaken(resource.name);
      }
      if (!move.to) {
        await stores.timeline.add(trx, {
          resourceId: resource.id,
          requestId: request.id,
          kind: 'note',
          title: move.title ?? kind,
          actorRef,
        });
      }
      if (!isDone) {
        queue.enqueue(trx, resource);
      }
    });
    return announceRequest(this.#context, request.id);
  }

  async #refuseSecondUpdate(
    trx: Knex.Transaction,
    { id, name }: StoredResource,
  ): Promise<void> {
    await trx('resources').where({ id }).forUpdate().first('id');
    const all = await this.#context.stores.requests.listOfResource(id, trx);
    // Others may wait to share it meanwhile.
    const isWaiting = all.some(
      ({ kind, state }) => kind === 'update' && state === 'awaiting-approval',
    );
    if (isWaiting) {
      throw words.error(
        ConflictError,
        words.describe('provisioning.refusal.changeWaits', { name }),
      );
    }
  }
}

/** A request for which nobody has to agree. */
function newRequest(
  kind: RequestKind,
  resource: StoredResource,
  requesterRef: string,
): NewRequest {
  return {
    id: randomUUID(),
    resourceId: resource.id,
    kind,
    state: 'approved',
    requesterRef,
    input: {},
    change: {},
    preview: {
      losers: [],
      changes: [],
      ownerRef: resource.ownerRef,
      approval: { isRequired: false, reasons: [], approverRefs: [] },
      deletion: resource.deletion,
      violations: [],
    },
    planHash: hashJson({ kind, resource: resource.id }),
    approverRefs: [],
    approvalReasons: [],
  };
}

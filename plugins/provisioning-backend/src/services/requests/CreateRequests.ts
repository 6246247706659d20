import { hashJson, type ScopeOptions } from '@atrium/backend-common';
import type {
  CreateRequest,
  ResourceInput,
} from '@atrium/plugin-provisioning-common';
import type { BackstageUserPrincipal } from '@backstage/backend-plugin-api';
import { ConflictError, isError } from '@backstage/errors';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { NewRequest } from '../../database/StoredRequest';
import type { NewResource } from '../../database/StoredResource';
import { attachComponent } from './attachComponent';
import { toProviderName } from './proposalParts';
import {
  announceRequest,
  refuseProblems,
  type RequestContext,
  type RequestOutcome,
} from './RequestContext';
import { reserveQuota } from './reserveQuota';
import type { PlannedResource, ResourceProposal } from './ResourceProposal';
import { toPlannedFields } from './toPlannedFields';
import { words } from '../../provisioningWords';

type UserOptions = ScopeOptions<BackstageUserPrincipal> & {
  idempotencyKey?: string;
};

/** A request that is about to be written. */
interface Draft {
  requestId: string;
  resourceId: string;
  requesterRef: string;
  input: ResourceInput;
  proposal: ResourceProposal;
}

/** How often it is tried when two ask for the same shared resource at once. */
const ATTEMPTS = 3;

/** Asks for resources that are not there yet. */
export class CreateRequests {
  readonly #context: RequestContext;

  constructor(context: RequestContext) {
    this.#context = context;
  }

  /**
   * Asks for a resource; where nobody has to agree, the portal begins at once.
   *
   * @param options - the same key with the same input is the same request
   * @throws InputError when something is wrong with the input, ConflictError when
   * something is in the way: the name, the quota, another plan than was seen, a
   * key that was used for something else
   */
  async create(
    body: CreateRequest,
    options: UserOptions,
  ): Promise<RequestOutcome> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#tryCreate(body, options);
      } catch (error) {
        if (violates(error, 'resources_live_name')) {
          throw words.error(
            ConflictError,
            words.describe('provisioning.refusal.nameTaken', {
              name: body.name,
              environment: body.environment,
            }),
          );
        }
        // Somebody else has just asked for what is shared: use that.
        if (!violates(error, 'resources_live_shared') || attempt >= ATTEMPTS) {
          throw error;
        }
      }
    }
  }

  async #tryCreate(
    { planHash, ...input }: CreateRequest,
    { idempotencyKey, credentials }: UserOptions,
  ): Promise<RequestOutcome> {
    const { knex, notifier, planner, stores } = this.#context;
    const requesterRef = credentials.principal.userEntityRef;
    const resourceId = randomUUID();
    const draft: Draft = {
      requestId: randomUUID(),
      resourceId,
      requesterRef,
      input,
      proposal: await planner.plan(input, { credentials, resourceId }),
    };
    const key = idempotencyKey && {
      key: idempotencyKey,
      principalRef: requesterRef,
      bodyHash: hashJson({ ...input, planHash }),
    };
    const requestId = await knex.transaction(async trx => {
      const known = key && (await this.#findKnown(trx, key));
      if (known) {
        return known;
      }
      refuseProblems(draft.proposal.problems);
      if (planHash && planHash !== draft.proposal.preview.planHash) {
        throw words.error(
          ConflictError,
          words.describe('provisioning.refusal.otherPreview'),
        );
      }
      await this.#write(trx, draft);
      if (key) {
        await stores.idempotencyKeys.insert(trx, {
          ...key,
          requestId: draft.requestId,
        });
      }
      return draft.requestId;
    });
    const outcome = await announceRequest(this.#context, requestId);
    if (
      requestId === draft.requestId &&
      outcome.request.state === 'awaiting-approval'
    ) {
      await notifier.notifyApprovers(outcome.request, outcome.resource);
    }
    return outcome;
  }

  async #findKnown(
    trx: Knex.Transaction,
    key: { principalRef: string; key: string; bodyHash: string },
  ): Promise<string | undefined> {
    const known = await this.#context.stores.idempotencyKeys.lock(
      trx,
      key.principalRef,
      key.key,
    );
    if (known && known.bodyHash !== key.bodyHash) {
      throw new ConflictError(
        `The idempotency key '${key.key}' was used for another request`,
      );
    }
    return known?.requestId;
  }

  async #write(trx: Knex.Transaction, draft: Draft): Promise<void> {
    const { planned, shared } = draft.proposal;
    if (shared) {
      await this.#share(trx, draft, shared.id);
    } else if (planned) {
      await reserveQuota(trx, this.#context.stores.resources, planned);
      await this.#insert(trx, draft, planned);
    }
  }

  async #insert(
    trx: Knex.Transaction,
    draft: Draft,
    planned: PlannedResource,
  ): Promise<void> {
    const { queue, stores } = this.#context;
    const { requestId, resourceId, requesterRef } = draft;
    const { isRequired } = draft.proposal.preview.approval;
    const state = isRequired ? 'awaiting-approval' : 'approved';
    const resource = toNewResource(draft, planned);
    await stores.resources.insert(trx, resource, {
      title: words.describe('provisioning.timeline.requested'),
      actorRef: requesterRef,
      request: toNewRequest(draft, { kind: 'create', resourceId, state }),
    });
    await stores.resources.move(trx, {
      id: resourceId,
      version: 1,
      from: 'requested',
      to: state,
      title: isRequired
        ? words.describe('provisioning.timeline.waitsForApproval')
        : words.describe('provisioning.timeline.needsNoApproval'),
      requestId,
    });
    if (!isRequired) {
      queue.enqueue(trx, resource);
    }
  }

  async #share(
    trx: Knex.Transaction,
    draft: Draft,
    resourceId: string,
  ): Promise<void> {
    const { input, proposal, requestId, requesterRef } = draft;
    const { isRequired } = proposal.preview.approval;
    await this.#context.stores.requests.insert(
      trx,
      toNewRequest(draft, {
        kind: 'share',
        resourceId,
        state: isRequired ? 'awaiting-approval' : 'done',
      }),
    );
    if (!isRequired) {
      await attachComponent(trx, this.#context, {
        resourceId,
        requestId,
        entityRef: input.entityRef,
        actorRef: requesterRef,
      });
    }
  }
}

function toNewRequest(
  { input, proposal: { preview }, requestId, requesterRef }: Draft,
  about: Pick<NewRequest, 'kind' | 'resourceId' | 'state'>,
): NewRequest {
  return {
    ...about,
    id: requestId,
    requesterRef,
    reason: input.reason,
    input: { ...input },
    change: {},
    preview,
    planHash: preview.planHash ?? '',
    approverRefs: preview.approval.approverRefs,
    approvalReasons: preview.approval.reasons.map(({ message }) => message),
  };
}

/** A row that says nothing yet about who agreed. */
function toNewResource(
  { input, resourceId }: Draft,
  planned: PlannedResource,
): NewResource {
  return {
    id: resourceId,
    type: input.type,
    class: input.class,
    name: input.name,
    providerName: toProviderName(input.name, resourceId),
    sharedId: input.sharedId,
    environment: input.environment,
    entityRefs: input.entityRef ? [input.entityRef] : [],
    ...toPlannedFields(planned),
    state: 'requested',
  };
}

/** Whether the database refused for a unique index. */
function violates(error: unknown, constraint: string): boolean {
  return (
    isError(error) && 'constraint' in error && error.constraint === constraint
  );
}

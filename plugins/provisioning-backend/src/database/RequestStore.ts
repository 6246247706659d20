import { timeCursor, toPage } from '@atrium/backend-common';
import type { MessageDescriptor, Page } from '@atrium/common';
import type {
  RequestKind,
  RequestState,
} from '@atrium/plugin-provisioning-common';
import type { Knex } from 'knex';
import {
  type MessageText,
  toFieldMessages,
  toMessageColumns,
} from './messageText';
import type { NewRequest, StoredRequest } from './StoredRequest';

/** Which requests are wanted; what is absent restricts nothing. */
export interface RequestPageRequest {
  /** Owners of the resources that the reader may see, or has asked for. */
  ownerRefs?: readonly string[];
  /** Those for any of these components. */
  entityRefs?: readonly string[];
  requesterRef?: string;
  /** Not those of this requester. */
  notRequesterRef?: string;
  /** Any of them may approve it. */
  approverRefs?: readonly string[];
  states?: readonly RequestState[];
  kind?: RequestKind;
  limit: number;
  cursor?: string;
}

/** A change of the state of a request. */
export interface RequestMove {
  id: string;
  from: readonly RequestState[];
  to: RequestState;
  reason?: MessageText;
  decidedBy?: string;
}

/** States in which the worker has something to do for a request. */
const WORKED_STATES = ['approved', 'running'] satisfies RequestState[];

/** The row of a new request. */
export function toRequestRow(request: NewRequest) {
  return {
    id: request.id,
    resource_id: request.resourceId,
    kind: request.kind,
    state: request.state,
    requester_ref: request.requesterRef,
    reason: request.reason ?? null,
    input: JSON.stringify(request.input),
    change: JSON.stringify(request.change),
    preview: JSON.stringify(request.preview),
    plan_hash: request.planHash,
    approver_refs: request.approverRefs,
    approval_reasons: request.approvalReasons,
  };
}

/** Keeps what people asked for. */
export class RequestStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async get(
    id: string,
    trx: Knex = this.#knex,
  ): Promise<StoredRequest | undefined> {
    const row = await trx<RequestRow>('requests').where({ id }).first();
    return row && toRequest(row);
  }

  /** All requests of a resource, the oldest first. */
  async listOfResource(
    resourceId: string,
    trx: Knex = this.#knex,
  ): Promise<StoredRequest[]> {
    const rows = await trx<RequestRow>('requests')
      .where({ resource_id: resourceId })
      .orderBy('created_at')
      .orderBy('id');
    return rows.map(toRequest);
  }

  /** The newest first. */
  async list(request: RequestPageRequest): Promise<Page<StoredRequest>> {
    const { limit } = request;
    const all = this.#filter(request);
    const [{ count }] = await this.#knex
      .from(all.clone().as('matching'))
      .select(this.#knex.raw('count(*)::int AS count'));
    const before = timeCursor.decode(request.cursor);
    if (before) {
      // Cursors have milliseconds, rows have microseconds.
      all.whereRaw(
        `(date_trunc('milliseconds', q.created_at), q.id) < (?::timestamptz, ?::uuid)`,
        before,
      );
    }
    const rows: RequestRow[] = await all
      .orderByRaw(`date_trunc('milliseconds', q.created_at) DESC, q.id DESC`)
      .limit(limit + 1);
    return toPage(rows.map(toRequest), {
      limit,
      totalItems: count,
      toCursor: ({ createdAt, id }) => timeCursor.encode([createdAt, id]),
    });
  }

  async insert(trx: Knex, request: NewRequest): Promise<void> {
    await trx('requests').insert(toRequestRow(request));
  }

  /**
   * Takes a request on to another state, in the transaction of the caller.
   *
   * @returns whether it was in one of the states that it comes from; otherwise
   * nothing was changed
   */
  async move(trx: Knex, move: RequestMove): Promise<boolean> {
    const changed = await trx('requests')
      .where({ id: move.id })
      .whereIn('state', move.from)
      .update({
        state: move.to,
        ...toMessageColumns('state_reason', move.reason ?? null),
        updated_at: trx.fn.now(),
        ...(move.decidedBy && {
          decided_by: move.decidedBy,
          decided_at: trx.fn.now(),
        }),
      });
    return changed > 0;
  }

  /** Binds a request to what it would come to by now, for another approval. */
  async rebind(
    trx: Knex,
    id: string,
    plan: Pick<
      NewRequest,
      'planHash' | 'preview' | 'change' | 'approverRefs' | 'approvalReasons'
    >,
  ): Promise<void> {
    await trx('requests')
      .where({ id })
      .update({
        plan_hash: plan.planHash,
        preview: JSON.stringify(plan.preview),
        change: JSON.stringify(plan.change),
        approver_refs: plan.approverRefs,
        approval_reasons: plan.approvalReasons,
        updated_at: trx.fn.now(),
      });
  }

  /** Takes all requests that the worker works for to one state. */
  async moveWorked(
    trx: Knex,
    resourceId: string,
    { to, reason }: { to: RequestState; reason?: MessageText },
  ): Promise<void> {
    await trx('requests')
      .where({ resource_id: resourceId })
      .whereIn('state', [...WORKED_STATES, 'needs-attention'])
      .whereNot({ state: to })
      .update({
        state: to,
        ...toMessageColumns('state_reason', reason ?? null),
        updated_at: trx.fn.now(),
      });
  }

  /** Takes back all that waits for approval, since it is not worth a decision any more. */
  async cancelWaiting(
    trx: Knex,
    resourceId: string,
    reason: MessageText,
  ): Promise<void> {
    await trx('requests')
      .where({ resource_id: resourceId, state: 'awaiting-approval' })
      .update({
        state: 'cancelled',
        ...toMessageColumns('state_reason', reason),
        updated_at: trx.fn.now(),
      });
  }

  #filter(request: RequestPageRequest) {
    const { ownerRefs, entityRefs, approverRefs, states } = request;
    const all = this.#knex('requests as q')
      .join('resources as r', 'r.id', 'q.resource_id')
      .select('q.*');
    if (ownerRefs) {
      all.whereRaw('r.owner_ref = ANY (?::text[])', [[...ownerRefs]]);
    }
    if (entityRefs) {
      all.whereRaw(
        'r.id IN (SELECT resource_id FROM resource_entities WHERE entity_ref = ANY (?::text[]))',
        [[...entityRefs]],
      );
    }
    if (request.requesterRef) {
      all.where('q.requester_ref', request.requesterRef);
    }
    if (request.notRequesterRef) {
      all.whereNot('q.requester_ref', request.notRequesterRef);
    }
    if (approverRefs) {
      all.whereRaw('q.approver_refs && ?::text[]', [[...approverRefs]]);
    }
    if (states) {
      all.whereIn('q.state', states);
    }
    if (request.kind) {
      all.where('q.kind', request.kind);
    }
    return all;
  }
}

interface RequestRow {
  id: string;
  resource_id: string;
  kind: RequestKind;
  state: RequestState;
  state_reason: string | null;
  state_reason_message: MessageDescriptor | null;
  requester_ref: string;
  reason: string | null;
  input: StoredRequest['input'];
  change: StoredRequest['change'];
  preview: StoredRequest['preview'];
  plan_hash: string;
  approver_refs: string[];
  approval_reasons: string[];
  decided_by: string | null;
  decided_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

function toRequest(row: RequestRow): StoredRequest {
  return {
    id: row.id,
    resourceId: row.resource_id,
    kind: row.kind,
    state: row.state,
    stateReason: row.state_reason ?? undefined,
    messages: toFieldMessages({ stateReason: row.state_reason_message }),
    requesterRef: row.requester_ref,
    reason: row.reason ?? undefined,
    input: row.input,
    change: row.change,
    preview: row.preview,
    planHash: row.plan_hash,
    approverRefs: row.approver_refs,
    approvalReasons: row.approval_reasons,
    decidedBy: row.decided_by ?? undefined,
    decidedAt: row.decided_at?.toISOString(),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

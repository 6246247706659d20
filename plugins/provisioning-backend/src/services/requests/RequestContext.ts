import {
  canMove,
  type ResourceState,
} from '@atrium/plugin-provisioning-common';
import { InputError, ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { ReconcileQueue } from '../../engine/ReconcileQueue';
import type { ProvisioningStores } from '../../database/createStores';
import type { StoredRequest } from '../../database/StoredRequest';
import type { StoredResource } from '../../database/StoredResource';
import type { ResourceAnnouncer } from '../ResourceAnnouncer';
import type { RequestNotifier } from './RequestNotifier';
import type { RequestProblem } from './ResourceProposal';
import type { ResourcePlanner } from './ResourcePlanner';
import { words } from '../../provisioningWords';
import { describeProblem, joinProblems } from './describeProblem';

/** What all services that write requests work with. */
export interface RequestContext {
  knex: Knex;
  stores: ProvisioningStores;
  planner: ResourcePlanner;
  /** Has workers take what is due once the transaction is through. */
  queue: Pick<ReconcileQueue, 'enqueue'>;
  notifier: RequestNotifier;
  /** Has open pages ask again. */
  announcer: Pick<ResourceAnnouncer, 'announceChange'>;
}

/** A request, and the resource it is about. */
export interface RequestOutcome {
  request: StoredRequest;
  resource: StoredResource;
}

/**
 * Reads what a transaction has left, and has open pages ask again.
 *
 * @throws Error when there is no such request
 */
export async function announceRequest(
  { announcer, stores }: RequestContext,
  requestId: string,
): Promise<RequestOutcome> {
  const request = await stores.requests.get(requestId);
  const resource = request && (await stores.resources.get(request.resourceId));
  if (!resource) {
    throw new Error(`Request '${requestId}' is gone`);
  }
  announcer.announceChange(resource);
  return { request, resource };
}

/**
 * Refuses what cannot be made.
 *
 * @throws ConflictError when only something else is in the way, otherwise
 * InputError; both name each field
 */
export function refuseProblems(problems: readonly RequestProblem[]): void {
  const found = problems.map(problem =>
    words.describe('provisioning.problem.field', {
      field: problem.field,
      problem: describeProblem(problem),
    }),
  );
  const all = joinProblems(found);
  if (all === undefined) {
    return;
  }
  throw problems.every(({ isConflict }) => isConflict)
    ? words.error(ConflictError, all)
    : words.error(
        InputError,
        words.describe('provisioning.refusal.invalid', { problems: all }),
      );
}

/**
 * Refuses what a resource cannot go on to from its state.
 *
 * @throws ConflictError with the state it is in
 */
export function refuseState(
  resource: Pick<StoredResource, 'name' | 'state'>,
  to: ResourceState,
): void {
  if (!canMove(resource.state, to)) {
    throw stateRefusal(resource);
  }
}

/** Says that nothing can be done with a resource in the state it is in. */
export function stateRefusal({
  name,
  state,
}: Pick<StoredResource, 'name' | 'state'>): ConflictError {
  return words.error(
    ConflictError,
    words.describe('provisioning.refusal.state', {
      name,
      state: words.describe(`provisioning.state.${state}`),
    }),
  );
}

/** Says that somebody else was faster. */
export function refuseOvertaken(name: string): never {
  throw words.error(
    ConflictError,
    words.describe('provisioning.refusal.changed', { name }),
  );
}

import type {
  RequestState,
  ResourceState,
} from '@atrium/plugin-provisioning-common';
import type {
  PresentObservation,
  ResourceDriver,
} from '@atrium/plugin-provisioning-node';
import type { Knex } from 'knex';
import type { ProvisioningStores } from '../database/createStores';
import type { ResourceMove } from '../database/ResourceStore';
import type {
  ResourceChanges,
  StoredObservation,
  StoredResource,
} from '../database/StoredResource';
import type { StoredStep } from '../database/StepStore';
import { secretNames } from '../services/secrets/secretNames';
import { StepHistory } from './StepHistory';
import type { Look } from './Situation';

/** A resource as this worker has read it, and all that it knows of it. */
export interface HeldResource {
  resource: StoredResource;
  driver?: ResourceDriver;
  steps: StoredStep[];
  requestId?: string;
  /** The time in the database. */
  now: number;
}

/** What a resource goes on to when there is nothing more to do. */
export interface Ending {
  to: ResourceState;
  title: string;
  reason?: string;
  changes?: ResourceChanges;
  request: RequestState;
}

const DAY_MS = 86_400_000;

/** Writes down what became of a resource, in the transaction of the caller. */
export class Outcomes {
  readonly #stores: ProvisioningStores;

  constructor({ stores }: { stores: ProvisioningStores }) {
    this.#stores = stores;
  }

  /** Everything is as it is to be: which state that is. */
  describeDone(held: HeldResource, look: Look): Ending | undefined {
    const { resource } = held;
    if (resource.state === 'deleting') {
      return {
        to: 'deleted',
        title: 'Deleted',
        request: 'done',
        changes: { ...toSeen(held, look), proof: describeProof(held) },
      };
    }
    if (resource.state === 'expiring' && resource.desired === 'suspended') {
      return undefined;
    }
    return {
      to: 'ready',
      title: 'Ready',
      request: 'done',
      changes: {
        ...toSeen(held, look),
        hasDrift: hasDrift(look),
        evidence: null,
        ...beginLease(resource, held.now),
      },
    };
  }

  /**
   * Takes a resource to the end of its way.
   *
   * @returns the version it has now; undefined where somebody else was faster
   */
  async end(
    trx: Knex,
    held: HeldResource,
    ending: Ending,
  ): Promise<number | undefined> {
    const { resource, requestId } = held;
    const version = await this.move(trx, held, {
      to: ending.to,
      title: ending.title,
      reason: ending.reason,
      changes: ending.changes,
      requestId,
    });
    if (version === undefined) {
      return undefined;
    }
    const { requests } = this.#stores;
    if (ending.to === 'deleted') {
      await requests.moveWorked(trx, resource.id, {
        to: 'done',
        kind: 'delete',
      });
      await requests.moveWorked(trx, resource.id, {
        to: 'cancelled',
        reason: 'It was deleted',
      });
    } else {
      await requests.moveWorked(trx, resource.id, {
        to: ending.request,
        reason: ending.reason,
      });
    }
    await this.#keepCredentials(trx, held, ending);
    return version;
  }

  /** Changes a resource; what was approved is being created by then. */
  async move(
    trx: Knex,
    { resource, requestId }: HeldResource,
    move: Omit<ResourceMove, 'id' | 'version' | 'from'>,
  ): Promise<number | undefined> {
    const { resources } = this.#stores;
    const { id } = resource;
    let { state: from, version } = resource;
    if (from === 'approved') {
      const started = await resources.move(trx, {
        id,
        version,
        from,
        to: 'creating',
        title: 'Being created',
        requestId,
      });
      if (started === undefined) {
        return undefined;
      }
      if (move.to === undefined) {
        return started;
      }
      version = started;
      from = 'creating';
    }
    return resources.move(trx, { ...move, id, version, from });
  }

  async #keepCredentials(
    trx: Knex,
    { resource, driver }: HeldResource,
    { to, changes }: Ending,
  ): Promise<void> {
    const { credentials } = this.#stores;
    const { id, credentialGeneration } = resource;
    if (to === 'deleted') {
      await credentials.forgetBefore(trx, id);
      return;
    }
    if (to !== 'ready') {
      return;
    }
    if (credentialGeneration > 1) {
      await credentials.forgetBefore(trx, id, credentialGeneration);
    }
    const seen = changes?.observed;
    if (seen?.status === 'present' && seen.credentialReference && driver) {
      await credentials.saveReference(trx, {
        resourceId: id,
        generation: credentialGeneration,
        outputs: secretNames(driver.description.outputs),
        ...seen.credentialReference,
      });
    }
  }
}

/** The lease begins when a resource is ready for the first time. */
export function beginLease(
  { lease }: Pick<StoredResource, 'lease'>,
  now: number,
): Pick<ResourceChanges, 'leaseEndsAt'> {
  return lease && !lease.endsAt
    ? { leaseEndsAt: new Date(now + lease.days * DAY_MS).toISOString() }
    : {};
}

/** What a look changes of a resource; nothing, where nobody could look. */
export function toSeen(
  { now }: Pick<HeldResource, 'now'>,
  look: Look,
): { observed?: StoredObservation; observedAt?: string } {
  return look.status === 'unreachable'
    ? {}
    : { observed: look, observedAt: new Date(now).toISOString() };
}

/** Whether what is there is not as it was made. */
export function hasDrift(look: Look): boolean {
  return look.status === 'present'
    ? look.differences.length > 0
    : look.status === 'absent' || look.status === 'foreign';
}

/** Whether a look saw a resource that nobody gets into. */
export function isSuspended(
  look: Look | StoredObservation | undefined,
): look is PresentObservation {
  return look?.status === 'present' && look.access === 'suspended';
}

function describeProof(held: HeldResource) {
  const { resource, steps, now } = held;
  const history = new StepHistory(held);
  const removed = steps
    .filter(({ action, outcome }) => action === 'delete' && outcome === 'done')
    .flatMap(({ message }) => message?.split('\n') ?? []);
  return {
    removed:
      removed.length > 0
        ? removed
        : [
            `Nothing: '${resource.providerName}' was not there when it was looked for`,
          ],
    checkedAbsentAt: new Date(now).toISOString(),
    deletedBy: resource.deletedBy,
    snapshot: history.findDone('snapshot')?.message,
  };
}

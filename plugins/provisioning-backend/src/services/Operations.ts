import type { MessageDescriptor } from '@atrium/common';
import type { ResourceState } from '@atrium/plugin-provisioning-common';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { ProvisioningStores } from '../database/createStores';
import type { ResourceMove } from '../database/ResourceStore';
import type { StoredResource } from '../database/StoredResource';
import type { DriverCalls } from '../engine/DriverCalls';
import { beginLease, hasDrift, toSeen } from '../engine/describeEnding';
import type { ReconcileQueue } from '../engine/ReconcileQueue';
import type { Look } from '../engine/Situation';
import { toTarget } from '../engine/toTarget';
import type { DriverRegistry } from './DriverRegistry';
import { refuseOvertaken } from './requests/RequestContext';
import type { ResourceAnnouncer } from './ResourceAnnouncer';
import { words } from '../provisioningWords';

interface OperationsOptions {
  announcer: ResourceAnnouncer;
  calls: Pick<DriverCalls, 'look'>;
  drivers: Pick<DriverRegistry, 'get'>;
  knex: Knex;
  queue: Pick<ReconcileQueue, 'enqueue'>;
  stores: ProvisioningStores;
}

/** Who decides. */
interface Decision {
  actorRef: string;
}

/** What a resource that is there goes on to, by what it is to be. */
const ADOPTED_STATES = {
  present: 'ready',
  suspended: 'expiring',
  absent: 'deleting',
} as const satisfies Record<StoredResource['desired'], ResourceState>;

/** What a person decides where the engine does not go on by itself. */
export class Operations {
  readonly #options: OperationsOptions;

  constructor(options: OperationsOptions) {
    this.#options = options;
  }

  /**
   * Tries again what has failed. What was removed outside of the portal is made
   * anew, without its data.
   *
   * @throws ConflictError when it has not failed
   */
  async retry(id: string, { actorRef }: Decision): Promise<StoredResource> {
    const resource = await this.#get(id, 'failed');
    return this.#decide(resource, {
      to: await this.#stateToRetry(resource),
      title: words.describe('provisioning.timeline.triedAgain'),
      actorRef,
    });
  }

  /**
   * Takes what is at the provider for what was asked for; where it was to be
   * deleted or suspended, that goes on.
   *
   * @throws ConflictError when nobody has to decide, or it is not there
   */
  async adopt(id: string, { actorRef }: Decision): Promise<StoredResource> {
    const resource = await this.#get(id, 'needs-attention');
    const look = await this.#look(resource);
    if (look.status === 'absent' || look.status === 'foreign') {
      throw words.error(
        ConflictError,
        look.status === 'absent'
          ? words.describe('provisioning.refusal.nothingToAdopt', {
              name: resource.providerName,
            })
          : words.describe('provisioning.refusal.foreign', {
              evidence: look.evidence,
            }),
      );
    }
    const now = Date.now();
    const to = ADOPTED_STATES[resource.desired];
    return this.#decide(resource, {
      to,
      title: words.describe('provisioning.timeline.adopted'),
      actorRef,
      changes: {
        ...toSeen({ now }, look),
        ...(to === 'ready' && beginLease(resource, now)),
        hasDrift: hasDrift(look),
        evidence: null,
      },
    });
  }

  /**
   * Gives a resource up: what is seen at the provider is removed, and what is not
   * seen is forgotten. Should it be there after all, it is listed as a leftover.
   *
   * @throws ConflictError when nobody has to decide, or it is protected and may be
   * there
   */
  async abandon(id: string, { actorRef }: Decision): Promise<StoredResource> {
    const resource = await this.#get(id, 'needs-attention');
    const look = await this.#look(resource);
    const isThere = look.status === 'present' || look.status === 'changing';
    const isGone = look.status === 'absent' || look.status === 'foreign';
    if (!isGone && resource.deletion === 'protect') {
      // Its removal would fail, and without its credentials nobody got into it again.
      throw words.error(
        ConflictError,
        words.describe(
          isThere
            ? 'provisioning.refusal.isProtectedAndThere'
            : 'provisioning.refusal.isProtectedAndUnseen',
          { name: resource.name },
        ),
      );
    }
    return this.#decide(resource, {
      to: isThere ? 'deleting' : 'deleted',
      title: isThere
        ? words.describe('provisioning.timeline.abandonedAndRemoved')
        : words.describe('provisioning.timeline.abandonedUnchecked'),
      actorRef,
      changes: {
        ...toSeen({ now: Date.now() }, look),
        desired: 'absent',
        deletedBy: actorRef,
        evidence: null,
      },
    });
  }

  async #decide(
    resource: StoredResource,
    move: Omit<ResourceMove, 'id' | 'version' | 'from'> & {
      to: ResourceState;
      title: MessageDescriptor;
    },
  ): Promise<StoredResource> {
    const { announcer, knex, queue, stores } = this.#options;
    const { id, version, state: from } = resource;
    const decided = await knex.transaction(async trx => {
      const moved = await stores.resources.move(trx, {
        ...move,
        id,
        version,
        from,
      });
      if (moved === undefined) {
        throw refuseOvertaken(resource.name);
      }
      if (move.to === 'ready' || move.to === 'deleted') {
        await stores.requests.moveWorked(trx, id, {
          to: move.to === 'ready' ? 'done' : 'failed',
          reason: move.title,
        });
      }
      if (move.to === 'deleted') {
        await stores.credentials.forgetSeeds(trx, id);
      }
      queue.enqueue(trx, resource);
      return stores.resources.get(id, trx);
    });
    announcer.announceState(resource, move.to);
    return decided ?? resource;
  }

  async #get(id: string, state: ResourceState): Promise<StoredResource> {
    const resource = await this.#options.stores.resources.get(id);
    if (!resource) {
      throw new NotFoundError(`No resource with id '${id}'`);
    }
    if (resource.state !== state) {
      throw words.error(
        ConflictError,
        words.describe('provisioning.refusal.stateWanted', {
          name: resource.name,
          state: words.describe(`provisioning.state.${resource.state}`),
          wanted: words.describe(`provisioning.state.${state}`),
        }),
      );
    }
    return resource;
  }

  async #look(resource: StoredResource): Promise<Look> {
    const { calls, drivers } = this.#options;
    const driver = drivers.get(resource.driver);
    if (!driver) {
      return {
        status: 'unreachable',
        message: words.describe('provisioning.engine.noDriver', {
          driver: resource.driver,
        }),
      };
    }
    return calls.look(toTarget(resource), {
      driver,
      idempotencyKey: randomUUID(),
      stop: new AbortController().signal,
      progress: () => {},
    });
  }

  /** The state that works towards what it is to be, from what is there. */
  async #stateToRetry(resource: StoredResource): Promise<ResourceState> {
    if (resource.desired !== 'present') {
      return ADOPTED_STATES[resource.desired];
    }
    const look = await this.#look(resource);
    if (look.status !== 'present' || look.fingerprint === undefined) {
      return 'creating';
    }
    return look.fingerprint === resource.fingerprint &&
      look.credentialGeneration !== resource.credentialGeneration
      ? 'rotating'
      : 'updating';
  }
}

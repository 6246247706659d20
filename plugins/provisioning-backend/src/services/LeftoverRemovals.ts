import type {
  LeftoverRemoval,
  RemoveLeftover,
} from '@atrium/plugin-provisioning-common';
import type { ResourceDriver } from '@atrium/plugin-provisioning-node';
import { InputError, ConflictError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { ProvisioningStores } from '../database/createStores';
import type { StepAction } from '../database/StepStore';
import type { StoredResource } from '../database/StoredResource';
import type { DriverCalls } from '../engine/DriverCalls';
import { toTarget } from '../engine/toTarget';
import type { DriverRegistry } from './DriverRegistry';
import type { ResourceAnnouncer } from './ResourceAnnouncer';
import { words } from '../provisioningWords';

interface LeftoverRemovalsOptions {
  announcer: Pick<ResourceAnnouncer, 'announceChange'>;
  calls: Pick<DriverCalls, 'act' | 'look'>;
  drivers: Pick<DriverRegistry, 'get'>;
  knex: Knex;
  stores: Pick<ProvisioningStores, 'leftovers' | 'resources' | 'timeline'>;
}

/** What is to be removed, and what of this portal it was. */
interface Leavings {
  driver: ResourceDriver;
  resource: StoredResource;
}

/**
 * Removes what is left at a provider of a resource that this portal deleted.
 *
 * @remarks Nothing else: the mark at the provider names a resource, and only the
 * portal that has a record of it can tell that it is its own. Done by a person
 * and at once; what is cut short is found again by the next check.
 */
export class LeftoverRemovals {
  readonly #options: LeftoverRemovalsOptions;

  constructor(options: LeftoverRemovalsOptions) {
    this.#options = options;
  }

  /**
   * @throws NotFoundError when there is no such leftover; InputError when its
   * name was not typed; ConflictError when it is not proven to be this portal's,
   * or could not be removed
   */
  async remove(
    input: RemoveLeftover,
    { actorRef }: { actorRef: string },
  ): Promise<LeftoverRemoval> {
    const leavings = await this.#find(input);
    const look = await this.#look(leavings);
    if (look.status === 'absent') {
      await this.#options.stores.leftovers.delete(toKey(input));
      throw new ConflictError(
        `'${input.providerName}' is not there any more; nothing was removed`,
      );
    }
    if (look.status !== 'present') {
      throw new ConflictError(
        `'${input.providerName}' was left alone: ${describe(look)}`,
      );
    }
    const snapshot = await this.#keep(leavings);
    const removed = await this.#act('delete', leavings);
    const after = await this.#look(leavings);
    if (after.status !== 'absent') {
      throw new ConflictError(
        `'${input.providerName}' is not gone yet: ${describe(after)}`,
      );
    }
    const removal: LeftoverRemoval = {
      resourceId: leavings.resource.id,
      removed: removed ? removed.split('\n') : [],
      checkedAbsentAt: new Date().toISOString(),
      ...(snapshot && { snapshot }),
    };
    await this.#record(leavings.resource, removal, actorRef);
    await this.#options.stores.leftovers.delete(toKey(input));
    return removal;
  }

  async #find(input: RemoveLeftover): Promise<Leavings> {
    const { drivers, stores } = this.#options;
    const { providerName } = input;
    const leftover = await stores.leftovers.find(toKey(input));
    if (!leftover) {
      throw new NotFoundError(`No leftover '${providerName}' at that place`);
    }
    if (input.confirmName !== providerName) {
      throw new InputError(`'confirmName': must be '${providerName}'`);
    }
    const resource =
      leftover.resourceId === undefined
        ? undefined
        : await stores.resources.get(leftover.resourceId);
    if (!resource || resource.providerName !== providerName) {
      throw new ConflictError(
        `This portal has no record of '${providerName}', so it may belong to another one. Remove it at the provider, if you are sure`,
      );
    }
    if (resource.state !== 'deleted' && resource.state !== 'withdrawn') {
      throw new ConflictError(
        `'${resource.name}' is in the state '${resource.state}': delete the resource instead`,
      );
    }
    if (resource.deletion === 'protect') {
      throw new ConflictError(
        `The definition of '${resource.name}' protects it from deletion`,
      );
    }
    const driver = drivers.get(resource.driver);
    if (!driver) {
      throw new ConflictError(
        `This portal has no driver '${resource.driver}' any more`,
      );
    }
    return { driver, resource };
  }

  /** The snapshot that its definition asks for. */
  async #keep(leavings: Leavings): Promise<string | undefined> {
    const { driver, resource } = leavings;
    if (resource.deletion !== 'snapshot-then-delete') {
      return undefined;
    }
    if (!driver.description.hasSnapshots) {
      throw new ConflictError(
        `The definition of '${resource.name}' asks for a snapshot before the deletion, and its driver cannot make one`,
      );
    }
    return this.#act('snapshot', leavings);
  }

  async #act(
    action: StepAction,
    { driver, resource }: Leavings,
  ): Promise<string | undefined> {
    const { outcome, message } = await this.#options.calls.act(
      action,
      toTarget(resource),
      toCallOptions(driver),
    );
    if (outcome !== 'done') {
      throw new ConflictError(
        `'${resource.providerName}' could not be removed: ${
          message ?? 'the provider did not say why'
        }`,
      );
    }
    return message;
  }

  async #look({ driver, resource }: Leavings) {
    return this.#options.calls.look(toTarget(resource), toCallOptions(driver));
  }

  async #record(
    resource: StoredResource,
    { removed, snapshot }: LeftoverRemoval,
    actorRef: string,
  ): Promise<void> {
    const { announcer, knex, stores } = this.#options;
    await stores.timeline.add(knex, {
      resourceId: resource.id,
      kind: 'note',
      title: words.describe('provisioning.timeline.leftoverRemoved'),
      detail: [...removed, ...(snapshot ? [`Kept: ${snapshot}`] : [])].join(
        '\n',
      ),
      actorRef,
    });
    announcer.announceChange(resource);
  }
}

function toKey({ driver, location, providerName }: RemoveLeftover) {
  return {
    kind: 'unknown-to-portal' as const,
    driver,
    location,
    providerName,
  };
}

function toCallOptions(driver: ResourceDriver) {
  return {
    driver,
    idempotencyKey: randomUUID(),
    stop: new AbortController().signal,
    progress: () => {},
  };
}

/** Why it was left alone, as the provider has it. */
function describe(look: Awaited<ReturnType<DriverCalls['look']>>): string {
  switch (look.status) {
    case 'foreign':
    case 'unknown':
      return look.evidence;
    case 'changing':
    case 'unreachable':
      return look.message;
    case 'absent':
      return 'it is not there';
    case 'present':
      return 'the provider still has it';
    default:
      throw new Error(`Unknown look ${JSON.stringify(look satisfies never)}`);
  }
}

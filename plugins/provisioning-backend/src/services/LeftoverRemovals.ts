import type {
  LeftoverRemoval,
  RemoveLeftover,
} from '@atrium/plugin-provisioning-common';
import type {
  DriverText,
  ResourceDriver,
} from '@atrium/plugin-provisioning-node';
import { InputError, ConflictError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { ProvisioningStores } from '../database/createStores';
import type { MessageText } from '../database/messageText';
import type { StepAction } from '../database/StepStore';
import type { StoredResource } from '../database/StoredResource';
import type { DriverCalls } from '../engine/DriverCalls';
import { describeRemoval } from '../engine/describeRemoval';
import type { Look } from '../engine/Situation';
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
    const { providerName: name } = input;
    const leavings = await this.#find(input);
    const look = await this.#look(leavings);
    if (look.status === 'absent') {
      await this.#options.stores.leftovers.delete(toKey(input));
      throw words.error(
        ConflictError,
        words.describe('provisioning.leftover.gone', { name }),
      );
    }
    if (look.status !== 'present') {
      throw words.error(
        ConflictError,
        words.describe('provisioning.leftover.leftAlone', {
          name,
          reason: describe(look),
        }),
      );
    }
    const [snapshot] = await this.#keep(leavings);
    const removed = await this.#act('delete', leavings);
    const after = await this.#look(leavings);
    if (after.status !== 'absent') {
      throw words.error(
        ConflictError,
        words.describe('provisioning.leftover.notGoneYet', {
          name,
          reason: describe(after),
        }),
      );
    }
    const removal: LeftoverRemoval = {
      resourceId: leavings.resource.id,
      ...describeRemoval(removed, snapshot),
      checkedAbsentAt: new Date().toISOString(),
    };
    await this.#record(leavings.resource, { removed, snapshot }, actorRef);
    await this.#options.stores.leftovers.delete(toKey(input));
    return removal;
  }

  async #find(input: RemoveLeftover): Promise<Leavings> {
    const { drivers, stores } = this.#options;
    const { providerName } = input;
    const leftover = await stores.leftovers.find(toKey(input));
    if (!leftover) {
      throw words.error(
        NotFoundError,
        words.describe('provisioning.leftover.none', { name: providerName }),
      );
    }
    if (input.confirmName !== providerName) {
      throw words.error(
        InputError,
        words.describe('provisioning.leftover.confirmName', {
          name: providerName,
        }),
      );
    }
    const resource =
      leftover.resourceId === undefined
        ? undefined
        : await stores.resources.get(leftover.resourceId);
    if (!resource || resource.providerName !== providerName) {
      throw words.error(
        ConflictError,
        words.describe('provisioning.leftover.unrecorded', {
          name: providerName,
        }),
      );
    }
    if (resource.state !== 'deleted' && resource.state !== 'withdrawn') {
      throw words.error(
        ConflictError,
        words.describe('provisioning.leftover.state', {
          name: resource.name,
          state: words.describe(`provisioning.state.${resource.state}`),
        }),
      );
    }
    if (resource.deletion === 'protect') {
      throw words.error(
        ConflictError,
        words.describe('provisioning.leftover.isProtected', {
          name: resource.name,
        }),
      );
    }
    const driver = drivers.get(resource.driver);
    if (!driver) {
      throw words.error(
        ConflictError,
        words.describe('provisioning.engine.noDriver', {
          driver: resource.driver,
        }),
      );
    }
    return { driver, resource };
  }

  /** The snapshot that its definition asks for. */
  async #keep(leavings: Leavings): Promise<DriverText[]> {
    const { driver, resource } = leavings;
    if (resource.deletion !== 'snapshot-then-delete') {
      return [];
    }
    if (!driver.description.hasSnapshots) {
      throw words.error(
        ConflictError,
        words.describe('provisioning.leftover.cannotSnapshot', {
          name: resource.name,
        }),
      );
    }
    return this.#act('snapshot', leavings);
  }

  async #act(
    action: StepAction,
    { driver, resource }: Leavings,
  ): Promise<DriverText[]> {
    const { outcome, lines } = await this.#options.calls.act(
      action,
      toTarget(resource),
      toCallOptions(driver),
    );
    if (outcome !== 'done') {
      throw words.error(
        ConflictError,
        words.describe('provisioning.leftover.failed', {
          name: resource.providerName,
          reason:
            lines.at(0) ?? words.describe('provisioning.leftover.noReason'),
        }),
      );
    }
    return lines;
  }

  async #look({ driver, resource }: Leavings) {
    return this.#options.calls.look(toTarget(resource), toCallOptions(driver));
  }

  async #record(
    resource: StoredResource,
    { removed, snapshot }: { removed: DriverText[]; snapshot?: DriverText },
    actorRef: string,
  ): Promise<void> {
    const { announcer, knex, stores } = this.#options;
    await stores.timeline.add(knex, {
      resourceId: resource.id,
      kind: 'note',
      title: words.describe('provisioning.timeline.leftoverRemoved'),
      detail: [
        ...removed,
        ...(snapshot
          ? [words.describe('provisioning.leftover.kept', { snapshot })]
          : []),
      ].flatMap((line, index) => (index === 0 ? [line] : ['\n', line])),
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
function describe(look: Look): MessageText {
  switch (look.status) {
    case 'foreign':
    case 'unknown':
      return look.evidence;
    case 'changing':
    case 'unreachable':
      return look.message;
    case 'absent':
      return words.describe('provisioning.leftover.notThere');
    case 'present':
      return words.describe('provisioning.leftover.isThere');
    default:
      throw new Error(`Unknown look ${JSON.stringify(look satisfies never)}`);
  }
}

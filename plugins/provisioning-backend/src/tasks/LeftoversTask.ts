import { isRowId } from '@atrium/backend-common';
import type { MessageDescriptor } from '@atrium/common';
import type { ResourceDefinition } from '@atrium/plugin-provisioning-common';
import {
  type DriverText,
  type FoundResource,
  type ResourceDriver,
  textOf,
} from '@atrium/plugin-provisioning-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { isDeepStrictEqual } from 'node:util';
import type { ProvisioningStores } from '../database/createStores';
import type { FoundLeftover } from '../database/LeftoverStore';
import type { StoredResource } from '../database/StoredResource';
import { words } from '../provisioningWords';
import type { DriverRegistry } from '../services/DriverRegistry';
import type { ExistingEntities } from '../services/ExistingEntities';

interface LeftoversTaskOptions {
  definitions: {
    list(): Promise<readonly { definition: ResourceDefinition }[]>;
  };
  drivers: Pick<DriverRegistry, 'get'>;
  existing: Pick<ExistingEntities, 'filter'>;
  installationId: string;
  logger: LoggerService;
  stores: ProvisioningStores;
}

/** Where a driver can be asked what is there. */
interface Place {
  driver: ResourceDriver;
  location: DriverText;
  /** All that lead there: a driver may list by more than the place. */
  inputs: JsonObject[];
}

const BATCH = 500;

/**
 * Finds what nobody needs: what carries the mark of this portal at a provider
 * although the portal has no such resource, and what the portal has although no
 * component depends on it. Nothing is removed by itself.
 */
export class LeftoversTask {
  readonly #options: LeftoversTaskOptions;

  constructor(options: LeftoversTaskOptions) {
    this.#options = options;
  }

  async run(signal: AbortSignal): Promise<void> {
    const failures: unknown[] = [];
    for (const place of await this.#listPlaces()) {
      try {
        await this.#findUnknown(place, signal);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) {
      this.#options.logger.warn('Some providers could not be searched', {
        failedCount: failures.length,
        firstReason: stringifyError(failures[0]),
      });
    }
    await this.#findUnused();
  }

  /** Each place once, however many definitions and plans lead there. */
  async #listPlaces(): Promise<Place[]> {
    const { definitions, drivers } = this.#options;
    const places = new Map<string, Place>();
    for (const { definition } of await definitions.list()) {
      const { spec } = definition;
      const driver = drivers.get(spec.driver);
      for (const plan of spec.plans) {
        const inputs = { ...spec.inputs, ...plan.inputs };
        if (driver?.list) {
          const location = driver.describeLocation(inputs);
          const key = `${spec.driver} ${textOf(location)}`;
          const place = places.get(key) ?? { driver, location, inputs: [] };
          places.set(key, place);
          if (!place.inputs.some(other => isDeepStrictEqual(other, inputs))) {
            place.inputs.push(inputs);
          }
        }
      }
    }
    return [...places.values()];
  }

  async #findUnknown(
    { driver, location, inputs }: Place,
    signal: AbortSignal,
  ): Promise<void> {
    const { logger, stores } = this.#options;
    const { id } = driver.description;
    const checkedAt = new Date();
    const leftovers: FoundLeftover[] = [];
    let batch: FoundResource[] = [];
    const check = async () => {
      const resources = await stores.resources.getMany(
        batch.map(({ resourceId }) => resourceId),
      );
      const byId = new Map(resources.map(resource => [resource.id, resource]));
      leftovers.push(
        ...batch.flatMap(found => {
          const known = byId.get(found.resourceId);
          const reason = this.#isOurs(found, known) && whyUnknown(known);
          return reason
            ? [
                toLeftover(found, known, {
                  reason,
                  driver: id,
                  location,
                }),
              ]
            : [];
        }),
      );
      batch = [];
    };
    const names = new Set<string>();
    for (const one of inputs) {
      for await (const found of driver.list?.(one, { signal, logger }) ?? []) {
        // A mark is what anybody may write there: the portal has no other ids.
        if (isRowId(found.resourceId) && !names.has(found.providerName)) {
          names.add(found.providerName);
          batch.push(found);
        }
        if (batch.length >= BATCH) {
          await check();
        }
      }
    }
    await check();
    await stores.leftovers.replace(
      { kind: 'unknown-to-portal', driver: id, location: textOf(location) },
      leftovers,
      checkedAt,
    );
  }

  /** A mark that names no portal may be of another one, unless this one knows it. */
  #isOurs(
    { installationId }: FoundResource,
    known: StoredResource | undefined,
  ): boolean {
    return installationId === undefined
      ? known !== undefined
      : installationId === this.#options.installationId;
  }

  async #findUnused(): Promise<void> {
    const { drivers, existing, stores } = this.#options;
    const checkedAt = new Date();
    const leftovers: FoundLeftover[] = [];
    for await (const resources of stores.resources.readReady()) {
      const existingRefs = new Set(
        await existing.filter(
          resources.flatMap(({ ownerRef, entityRefs }) => [
            ownerRef,
            ...entityRefs,
          ]),
        ),
      );
      for (const resource of resources) {
        const reason = whyUnused(resource, existingRefs);
        if (reason) {
          leftovers.push({
            driver: resource.driver,
            location:
              drivers.get(resource.driver)?.describeLocation(resource.inputs) ??
              resource.driver,
            providerName: resource.providerName,
            resourceId: resource.id,
            ownerRef: resource.ownerRef,
            reason,
            monthlyPrice: resource.monthlyPrice,
          });
        }
      }
    }
    await stores.leftovers.replace({ kind: 'unused' }, leftovers, checkedAt);
  }
}

function whyUnknown(
  known: StoredResource | undefined,
): MessageDescriptor | undefined {
  if (!known) {
    return words.describe('provisioning.leftover.unknown');
  }
  return known.state === 'deleted' || known.state === 'withdrawn'
    ? words.describe('provisioning.leftover.wasDeleted', { name: known.name })
    : undefined;
}

function toLeftover(
  found: FoundResource,
  known: StoredResource | undefined,
  place: Pick<FoundLeftover, 'driver' | 'location' | 'reason'>,
): FoundLeftover {
  return {
    ...place,
    providerName: found.providerName,
    resourceId: found.resourceId,
    ownerRef: known?.ownerRef,
    monthlyPrice: known?.monthlyPrice,
  };
}

function whyUnused(
  { ownerRef, entityRefs }: StoredResource,
  existing: ReadonlySet<string>,
): MessageDescriptor | undefined {
  if (!existing.has(ownerRef)) {
    return words.describe('provisioning.leftover.noOwner', { owner: ownerRef });
  }
  return entityRefs.length > 0 &&
    entityRefs.every(entityRef => !existing.has(entityRef))
    ? words.describe('provisioning.leftover.unused')
    : undefined;
}

import {
  type ProvisionedResource,
  RESOURCE_EVENT_TOPIC,
} from '@atrium/plugin-provisioning-common';
import type { ProvisioningService } from '@atrium/plugin-provisioning-node';
import type {
  AuthService,
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { RELATION_PART_OF } from '@backstage/catalog-model';
import { isError, stringifyError } from '@backstage/errors';
import type {
  CatalogService,
  DeferredEntity,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import { z } from 'zod';
import { isInCatalog, toEntity } from './toEntity';

export interface ProvisionedResourceProviderOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  events: EventsService;
  logger: LoggerService;
  provisioning: Pick<
    ProvisioningService,
    'getDefinitions' | 'getResource' | 'getResources'
  >;
  /** Reads all of them now and then. */
  schedule: SchedulerServiceTaskRunner;
}

const eventSchema = z.object({ id: z.string(), catalogRef: z.string() });

const NAME = 'provisioned-resources';
const PAGE_SIZE = 200;

/** Brings what was provisioned into the catalog, and out of it again. */
export class ProvisionedResourceProvider implements EntityProvider {
  readonly #options: ProvisionedResourceProviderOptions;
  #connection: EntityProviderConnection | undefined;

  constructor(options: ProvisionedResourceProviderOptions) {
    this.#options = options;
  }

  getProviderName(): string {
    return NAME;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    const { events, schedule } = this.#options;
    await events.subscribe({
      id: NAME,
      topics: [RESOURCE_EVENT_TOPIC],
      onEvent: ({ eventPayload }) => this.#onChange(eventPayload),
    });
    await schedule.run({ id: NAME, fn: () => this.readAll() });
  }

  /** Reads all resources, and puts them in place of those of before. */
  async readAll(): Promise<void> {
    const resources: ProvisionedResource[] = [];
    const { auth, provisioning } = this.#options;
    // The catalog has all entities; who may see which, it decides itself.
    const credentials = await auth.getOwnServiceCredentials();
    let cursor: string | undefined;
    do {
      const page = await provisioning.getResources(
        { limit: PAGE_SIZE, cursor, sort: 'name' },
        { credentials },
      );
      resources.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    await this.#connection?.applyMutation({
      type: 'full',
      entities: await this.#toEntities(resources.filter(isInCatalog)),
    });
  }

  async #onChange(payload: unknown): Promise<void> {
    const event = eventSchema.safeParse(payload);
    if (!event.success) {
      return;
    }
    const { catalogRef, id } = event.data;
    try {
      const resource = await this.#find(id);
      const isThere = resource && isInCatalog(resource);
      await this.#connection?.applyMutation({
        type: 'delta',
        added: isThere ? await this.#toEntities([resource]) : [],
        removed: isThere ? [] : [{ entityRef: catalogRef, locationKey: NAME }],
      });
    } catch (error) {
      this.#options.logger.warn(
        'A provisioned resource shows in the catalog later',
        { catalogRef, reason: stringifyError(error) },
      );
    }
  }

  async #find(id: string): Promise<ProvisionedResource | undefined> {
    const { auth, provisioning } = this.#options;
    try {
      return await provisioning.getResource(id, {
        credentials: await auth.getOwnServiceCredentials(),
      });
    } catch (error) {
      if (isError(error) && 'statusCode' in error && error.statusCode === 404) {
        return undefined;
      }
      throw error;
    }
  }

  async #toEntities(
    resources: ProvisionedResource[],
  ): Promise<DeferredEntity[]> {
    if (resources.length === 0) {
      return [];
    }
    const { auth, provisioning } = this.#options;
    const [systems, titles] = await Promise.all([
      this.#findSystems(
        resources.flatMap(({ entityRefs }) => entityRefs.slice(0, 1)),
      ),
      provisioning.getDefinitions({
        credentials: await auth.getOwnServiceCredentials(),
      }),
    ]);
    return resources.map(resource => ({
      entity: toEntity(resource, {
        titles,
        systemRef: systems.get(resource.entityRefs.at(0) ?? ''),
      }),
      locationKey: NAME,
    }));
  }

  /** The systems of components, by their refs. */
  async #findSystems(componentRefs: string[]): Promise<Map<string, string>> {
    const { auth, catalog } = this.#options;
    const entityRefs = [...new Set(componentRefs)];
    const systems = new Map<string, string>();
    for (let start = 0; start < entityRefs.length; start += PAGE_SIZE) {
      const batch = entityRefs.slice(start, start + PAGE_SIZE);
      const { items } = await catalog.getEntitiesByRefs(
        {
          entityRefs: batch,
          fields: ['kind', 'metadata.name', 'metadata.namespace', 'relations'],
        },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      for (const [index, entityRef] of batch.entries()) {
        const system = items[index]?.relations?.find(
          ({ type, targetRef }) =>
            type === RELATION_PART_OF && targetRef.startsWith('system:'),
        );
        if (system) {
          systems.set(entityRef, system.targetRef);
        }
      }
    }
    return systems;
  }
}

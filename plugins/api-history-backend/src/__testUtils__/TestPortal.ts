import { startTestPortal } from '@atrium/backend-common/testUtils';
import { createHash } from 'node:crypto';
import {
  type BackstageCredentials,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { apiHistoryPlugin } from '../plugin';

/** The only user who may see what is marked as hidden. */
export const INSIDER = 'user:default/insider';

type Portal = Awaited<ReturnType<typeof startTestPortal>>;

/** The plugin in a portal whose catalog, and what it tells others, is in hand. */
export class TestPortal {
  readonly events = mockServices.events();
  readonly #entities = new Map<string, Entity>();
  readonly client: Knex;
  #portal?: Portal;

  private constructor(client: Knex) {
    this.client = client;
  }

  static async start(
    client: Knex,
    options: { apiHistory?: JsonObject } = {},
  ): Promise<TestPortal> {
    const portal = new TestPortal(client);
    portal.#portal = await startTestPortal({
      pluginId: 'api-history',
      knex: client,
      config: { apiHistory: options.apiHistory ?? {} },
      features: [
        apiHistoryPlugin,
        createServiceFactory({
          service: catalogServiceRef,
          deps: {},
          factory: () => portal.#catalog(),
        }),
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => portal.events,
        }),
      ],
    });
    return portal;
  }

  /** What stands around the plugin. */
  get around(): Portal {
    if (!this.#portal) {
      throw new Error('The portal has not started');
    }
    return this.#portal;
  }

  /** Puts entities in the catalog, or other ones in their place. */
  put(...entities: Entity[]): void {
    for (const entity of entities) {
      this.#entities.set(stringifyEntityRef(entity), entity);
    }
  }

  remove(entityRef: string): void {
    this.#entities.delete(entityRef);
  }

  async collect(): Promise<void> {
    await this.around.runTask('collect-api-versions');
  }

  /** Hidden entities are seen by the insider and by the portal itself. */
  #sees(entityRef: string, credentials: BackstageCredentials | undefined) {
    const principal = JSON.stringify(credentials?.principal);
    const isHidden =
      this.#entities.get(entityRef)?.metadata.annotations?.hidden !== undefined;
    return (
      !isHidden ||
      principal.includes(INSIDER) ||
      principal.includes('"service"')
    );
  }

  #catalog() {
    const now = () =>
      catalogServiceMock({ entities: [...this.#entities.values()] });
    return catalogServiceMock.mock({
      getEntityByRef: (ref, options) => now().getEntityByRef(ref, options),
      queryEntities: (query, options) => now().queryEntities(query, options),
      streamEntities: (query, options) => now().streamEntities(query, options),
      getEntitiesByRefs: async (query, options) => {
        const credentials =
          options && 'credentials' in options ? options.credentials : undefined;
        const { items } = await now().getEntitiesByRefs(query, {
          credentials: mockCredentials.none(),
        });
        return {
          items: items.map((item, index) =>
            this.#sees(query.entityRefs[index], credentials) ? item : undefined,
          ),
        };
      },
    });
  }
}

/** An API whose definition is given as text. */
export function api(
  name: string,
  definition: string,
  rest: { annotations?: Record<string, string>; consumers?: string[] } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: {
      namespace: 'default',
      name,
      title: `The ${name}`,
      annotations: rest.annotations,
      // The catalog makes a new one whenever anything about the entity changes.
      etag: createHash('sha1').update(definition).digest('hex'),
    },
    spec: {
      type: 'openapi',
      lifecycle: 'production',
      owner: 'team-payments',
      definition,
    },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/team-payments' },
      ...(rest.consumers ?? []).map(consumer => ({
        type: 'apiConsumedBy',
        targetRef: `component:default/${consumer}`,
      })),
    ],
  };
}

/** A component that consumes APIs. */
export function component(
  name: string,
  options: { owner: string; consumes: string[] },
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { namespace: 'default', name },
    spec: { type: 'service', lifecycle: 'production', owner: options.owner },
    relations: [
      { type: 'ownedBy', targetRef: `group:default/${options.owner}` },
      ...options.consumes.map(consumed => ({
        type: 'consumesApi',
        targetRef: `api:default/${consumed}`,
      })),
    ],
  };
}

/** A definition with one operation that answers with some fields. */
export function refunds(version: string, ...fields: string[]): string {
  const properties = fields.map(field => `${field}: { type: string }`);
  return `openapi: 3.0.3
info: { title: Refunds, version: ${version} }
paths:
  /refunds:
    get:
      responses:
        '200':
          description: All
          content:
            application/json:
              schema: { type: object, properties: { ${properties.join(', ')} } }
`;
}

/** The header of a signed-in user. */
export function as(userRef: `user:${string}/${string}`): string {
  return mockCredentials.user.header(userRef);
}

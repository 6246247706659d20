import { createFileReader, eventually } from '@atrium/backend-common/testUtils';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  type CatalogScmEvent,
  type CatalogScmEventsService,
  catalogScmEventsServiceRef,
} from '@backstage/plugin-catalog-node/alpha';
import type { Knex } from 'knex';
import catalogModuleHealth from '../index';

/** A page of a repository of the tests. */
export const HOST = 'https://git.acme.example/acme';

interface TestCatalogOptions {
  knex: Knex;
  /** The addresses that the catalog is pointed to. */
  locations: string[];
}

/** The real catalog, over files that are pushed by tests. */
export class TestCatalog {
  readonly #files: Map<string, string>;
  readonly #backend: TestBackend;
  readonly #scmEvents: CatalogScmEventsService;

  private constructor(options: {
    files: Map<string, string>;
    backend: TestBackend;
    scmEvents: CatalogScmEventsService;
  }) {
    this.#files = options.files;
    this.#backend = options.backend;
    this.#scmEvents = options.scmEvents;
  }

  static async start(
    initial: Record<string, string>,
    options: TestCatalogOptions,
  ): Promise<TestCatalog> {
    const files = new Map(Object.entries(initial));
    let scmEvents: CatalogScmEventsService | undefined;
    const backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleHealth,
        createBackendModule({
          pluginId: 'catalog',
          moduleId: 'publisher',
          register(reg) {
            reg.registerInit({
              deps: { service: catalogScmEventsServiceRef },
              async init({ service }) {
                scmEvents = service;
              },
            });
          },
        }),
        createServiceFactory({
          service: coreServices.urlReader,
          deps: {},
          factory: () => createFileReader(files),
        }),
        mockServices.database.factory({ knex: options.knex }),
        mockServices.rootConfig.factory({
          data: {
            integrations: { gitea: [{ host: 'git.acme.example' }] },
            catalog: {
              // Nothing that shows was found by a sweep.
              processingInterval: { hours: 1 },
              scmEvents: true,
              rules: [{ allow: ['Component', 'API', 'Location'] }],
              locations: options.locations.map(target => ({
                type: 'url',
                target,
              })),
            },
          },
        }),
      ],
    });
    if (!scmEvents) {
      throw new Error('The catalog has no events');
    }
    return new TestCatalog({ files, backend, scmEvents });
  }

  stop(): Promise<void> {
    return this.#backend.stop();
  }

  /** Writes files, or removes them, and tells the catalog as a host does. */
  async push(files: Record<string, string | undefined>): Promise<void> {
    const events: CatalogScmEvent[] = [];
    for (const [url, content] of Object.entries(files)) {
      if (content === undefined) {
        this.#files.delete(url);
        events.push({ type: 'location.deleted', url });
      } else {
        const type = this.#files.has(url)
          ? 'location.updated'
          : 'location.created';
        this.#files.set(url, content);
        events.push({ type, url });
      }
    }
    await this.#scmEvents.publish(events);
  }

  async hasComponent(name: string): Promise<boolean> {
    const response = await this.#get(
      `/entities/by-name/component/default/${name}`,
      mockCredentials.user.header(),
    );
    return response.ok;
  }

  /** What another backend of the portal is told, or anybody else. */
  async getState(header = mockCredentials.service.header()) {
    const response = await this.#get('/health/state', header);
    return { status: response.status, body: await response.json() };
  }

  /** Waits until files failed, and only those. */
  async untilFailed(urls: string[]): Promise<void> {
    await eventually(async () => {
      const { body } = await this.getState();
      const failed = body.failures.map(
        (one: { location: string }) => one.location,
      );
      return JSON.stringify(failed.sort()) === JSON.stringify([...urls].sort());
    });
  }

  #get(path: string, authorization: string): Promise<Response> {
    return fetch(
      `http://127.0.0.1:${this.#backend.server.port()}/api/catalog${path}`,
      { headers: { authorization } },
    );
  }
}

/** A catalog file with one component. */
export function componentYaml(name: string, spec = ''): string {
  return [
    'apiVersion: backstage.io/v1alpha1',
    'kind: Component',
    `metadata: { name: ${name} }`,
    'spec:',
    '  type: service',
    '  lifecycle: production',
    '  owner: team-payments',
    spec,
  ].join('\n');
}

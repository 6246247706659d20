import {
  createFileReader,
  eventually,
  freezeTime,
} from '@atrium/backend-common/testUtils';
import catalogModuleGuard from '@atrium/plugin-catalog-backend-module-guard';
import catalogModuleHealth from '@atrium/plugin-catalog-backend-module-health';
import catalogHealthPlugin from '@atrium/plugin-catalog-health-backend';
import permissionModuleAtrium from '@atrium/plugin-permission-backend-module-atrium';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import type { SchedulerService } from '@backstage/backend-plugin-api';
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
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  type CatalogScmEventsService,
  catalogScmEventsServiceRef,
} from '@backstage/plugin-catalog-node/alpha';
import {
  type EventsService,
  eventsServiceFactory,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import permissionPlugin from '@backstage/plugin-permission-backend';
import type { JsonObject } from '@backstage/types';
import { personaFeatures } from './personas';

/** A notification as a plugin sends it. */
interface SentNotification {
  recipients: { type: string; entityRef?: string | string[] };
  payload: { title: string; description?: string; link?: string };
}

interface StartOptions {
  config: JsonObject;
  files: Record<string, string>;
}

/** How much later the next sweep is where time passes. */
const SWEEP_MS = 2_000;

/**
 * The real catalog and its health, over files that tests push. Time stands still
 * unless a test lets it pass.
 */
export class HealthPortal {
  readonly notifications: SentNotification[] = [];
  readonly #files: Map<string, string>;
  readonly #scheduler: SchedulerService = mockServices.scheduler();
  #backend?: TestBackend;
  #events?: EventsService;
  #scmEvents?: CatalogScmEventsService;

  private constructor(files: Record<string, string>) {
    this.#files = new Map(Object.entries(files));
  }

  static async start({ config, files }: StartOptions): Promise<HealthPortal> {
    freezeTime(new Date());
    const portal = new HealthPortal(files);
    await portal.#start(config);
    return portal;
  }

  async #start(config: JsonObject): Promise<void> {
    const setEvents = (services: {
      events: EventsService;
      scmEvents: CatalogScmEventsService;
    }) => {
      this.#events = services.events;
      this.#scmEvents = services.scmEvents;
    };
    this.#backend = await startTestBackend({
      features: [
        ...personaFeatures,
        catalogPlugin,
        catalogModuleGuard,
        catalogModuleHealth,
        catalogHealthPlugin,
        permissionPlugin,
        permissionModuleAtrium,
        databaseServiceFactory,
        eventsServiceFactory,
        createBackendModule({
          pluginId: 'catalog',
          moduleId: 'publisher',
          register(reg) {
            reg.registerInit({
              deps: {
                catalog: catalogServiceRef,
                events: eventsServiceRef,
                scmEvents: catalogScmEventsServiceRef,
              },
              async init(services) {
                setEvents(services);
              },
            });
          },
        }),
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => this.#scheduler,
        }),
        createServiceFactory({
          service: coreServices.urlReader,
          deps: {},
          factory: () => createFileReader(this.#files),
        }),
        createServiceFactory({
          service: notificationService,
          deps: {},
          factory: () => ({
            send: async (notification: SentNotification) => {
              this.notifications.push(notification);
            },
          }),
        }),
        mockServices.rootConfig.factory({ data: config }),
      ],
    });
  }

  async stop(): Promise<void> {
    await this.#backend?.stop();
    jest.useRealTimers();
  }

  /**
   * Writes a file and tells the portal, as a git host does.
   *
   * @param login - The account that pushes. Default: one that nobody has
   */
  async push(url: string, content: string, login = 'ci'): Promise<void> {
    const type = this.#files.has(url) ? 'location.updated' : 'location.created';
    this.#files.set(url, content);
    const [repositoryUrl, path] = url.split('/src/branch/main/');
    await this.#events?.publish({
      topic: 'gitea.push',
      eventPayload: {
        ref: 'refs/heads/main',
        commits: [{ id: 'c0ffee', added: [], modified: [path], removed: [] }],
        repository: { html_url: repositoryUrl, default_branch: 'main' },
        sender: { login },
      },
    });
    await this.#scmEvents?.publish([{ type, url }]);
  }

  /** Does what is scheduled, as often as time would have it. */
  async sweep(): Promise<void> {
    await this.#scheduler.triggerTask('catalog-health-sweep');
  }

  /** Sweeps until something holds. */
  async until(holds: () => Promise<boolean>): Promise<void> {
    await eventually(async () => {
      await this.sweep();
      return holds();
    });
  }

  /** The same where it takes time by itself, which passes between the sweeps. */
  async untilInTime(holds: () => Promise<boolean>): Promise<void> {
    await this.until(async () => {
      jest.setSystemTime(Date.now() + SWEEP_MS);
      return holds();
    });
  }

  /** @param paths - Of entities: `component/default/shop` */
  async untilShown(...paths: string[]): Promise<void> {
    for (const path of paths) {
      await this.until(() => this.shows(path));
    }
  }

  async shows(path: string): Promise<boolean> {
    const { status } = await this.call(
      'payments-dev',
      `/catalog/entities/by-name/${path}`,
    );
    return status === 200;
  }

  async call(persona: string, path: string, body?: object) {
    const response = await fetch(
      `http://127.0.0.1:${this.#backend?.server.port()}/api${path}`,
      {
        method: body ? 'POST' : 'GET',
        headers: {
          authorization: mockCredentials.user.header(`user:default/${persona}`),
          'content-type': 'application/json',
        },
        body: body && JSON.stringify(body),
      },
    );
    return { status: response.status, body: await response.json() };
  }

  /** What the page lists for somebody. */
  async problems(persona = 'platform-admin') {
    const { body } = await this.call(persona, '/catalog-health/problems');
    return body.items;
  }
}

import { eventually } from '@atrium/backend-common/testUtils';
import permissionModuleAtrium from '@atrium/plugin-permission-backend-module-atrium';
import atriumScaffolderFeatures from '@atrium/plugin-scaffolder-backend-module-atrium';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import { urlReaderServiceFactory } from '@backstage/backend-defaults/urlReader';
import type { SchedulerService } from '@backstage/backend-plugin-api';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { TestBackend } from '@backstage/backend-test-utils';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import catalogModuleGithub from '@backstage/plugin-catalog-backend-module-github';
import catalogModuleScaffolderEntityModel from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import eventsPlugin from '@backstage/plugin-events-backend';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import permissionPlugin from '@backstage/plugin-permission-backend';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import scaffolderModuleGithub from '@backstage/plugin-scaffolder-backend-module-github';
import type { JsonObject } from '@backstage/types';
import { githubEventFeatures } from './githubEventFeatures';
import { personaFeatures } from './personas';
import { TemplateRun } from './TemplateRun';

/** What the events endpoint, the catalog and the scaffolder are made of. */
const portalFeatures = [
  eventsPlugin,
  ...githubEventFeatures,
  permissionPlugin,
  permissionModuleAtrium,
  catalogPlugin,
  catalogModuleScaffolderEntityModel,
  catalogModuleGithub,
  scaffolderPlugin,
  scaffolderModuleGithub,
  atriumScaffolderFeatures,
];

/** An entity as the catalog answers with it. */
export interface CatalogEntity {
  metadata: { name: string; description?: string };
  spec: JsonObject;
  relations: { type: string; targetRef: string }[];
}

/** The part of the backend that golden paths pass through, over HTTP. */
export class Portal {
  readonly url: string;
  readonly #scheduler: SchedulerService;
  readonly #backend: TestBackend;

  private constructor(backend: TestBackend, scheduler: SchedulerService) {
    this.#backend = backend;
    this.#scheduler = scheduler;
    this.url = `http://127.0.0.1:${backend.server.port()}`;
  }

  static async start(config: JsonObject): Promise<Portal> {
    // Runs nothing by itself: a sweep must not hide that a push was missed.
    const scheduler = mockServices.scheduler();
    const backend = await startTestBackend({
      features: [
        ...portalFeatures,
        ...personaFeatures,
        databaseServiceFactory,
        eventsServiceFactory,
        urlReaderServiceFactory,
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        mockServices.rootConfig.factory({ data: config }),
      ],
    });
    return new Portal(backend, scheduler);
  }

  stop(): Promise<void> {
    return this.#backend.stop();
  }

  /** Runs the scheduled sweep of an entity provider now. */
  runTask(id: string): Promise<void> {
    return this.#scheduler.triggerTask(id);
  }

  /** Calls the API as a person. */
  call(persona: string, path: string, body?: object): Promise<Response> {
    return fetch(`${this.url}/api${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        Authorization: mockCredentials.user.header(`user:default/${persona}`),
        'Content-Type': 'application/json',
      },
      body: body ? JSON.stringify(body) : undefined,
    });
  }

  /** The entity, once the catalog has it and `isExpected` agrees. */
  async waitForEntity(
    ref: string,
    isExpected: (entity: CatalogEntity) => boolean = () => true,
  ): Promise<CatalogEntity> {
    const [kind, name] = ref.split(':');
    return eventually(async () => {
      const response = await this.call(
        'payments-dev',
        `/catalog/entities/by-name/${kind}/default/${name}`,
      );
      const entity = response.ok ? await response.json() : undefined;
      return entity && isExpected(entity) ? entity : undefined;
    });
  }

  /** Runs a template as a person, and follows it to its end. */
  async runTemplate(
    persona: string,
    template: string,
    values: JsonObject,
  ): Promise<TemplateRun> {
    const created = await this.call(persona, '/scaffolder/v2/tasks', {
      templateRef: `template:default/${template}`,
      values,
    });
    if (created.status !== 201) {
      throw new Error(`Not started: ${await created.text()}`);
    }
    const path = `/scaffolder/v2/tasks/${(await created.json()).id}`;
    const { status } = await eventually(
      async () => (await this.call(persona, path)).json(),
      run => !['open', 'processing'].includes(run.status),
    );
    const events = await this.call(persona, `${path}/events`);
    return new TemplateRun(status, await events.json());
  }
}

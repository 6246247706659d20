import type { PushCount } from '@atrium/plugin-slo-common';
import {
  type SloSource,
  sloSourcesExtensionPoint,
} from '@atrium/plugin-slo-node';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import type { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  type NotificationSendOptions,
  notificationService,
} from '@backstage/plugin-notifications-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  type SignalPayload,
  signalsServiceRef,
} from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import request from 'supertest';
import sloPlugin from '../index';
import { SAMPLE_FILE, sampleEntities } from './sampleEntities';
import { sampleSlo } from './sampleSlo';

interface StartSloOptions {
  knex: Knex;
  config?: JsonObject;
  sources?: SloSource[];
  /** Beside the sample ones. */
  entities?: Entity[];
  /** Whether the portal may write to repositories. */
  hasGitCredentials?: boolean;
}

type Method = 'get' | 'post' | 'put' | 'delete';

/** The plugin behind its HTTP interface, with the world around it. */
export async function startSlo(options: StartSloOptions) {
  const files = new Map<string, string>();
  const readUrls: string[] = [];
  const notifications: NotificationSendOptions[] = [];
  const signals: SignalPayload[] = [];
  const denied = new Set<string>();
  const deniedOf = new Set<string>();
  const scheduler = mockServices.scheduler();
  const listeners: ((payload: unknown) => Promise<void>)[] = [];
  const auditor = mockServices.auditor.mock();
  auditor.createEvent.mockResolvedValue({
    success: async () => {},
    fail: async () => {},
  });
  const actions = actionsRegistryServiceMock({
    logger: mockServices.logger.mock(),
  });

  const { server } = await startTestBackend({
    features: [
      sloPlugin,
      createBackendModule({
        pluginId: 'slo',
        moduleId: 'test-sources',
        register(reg) {
          reg.registerInit({
            deps: { slo: sloSourcesExtensionPoint },
            async init({ slo }) {
              options.sources?.forEach(source => slo.addSource(source));
            },
          });
        },
      }),
      catalogServiceMock.factory({
        entities: [...sampleEntities, ...(options.entities ?? [])],
      }),
      mockServices.database.factory({ knex: options.knex }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://atrium.acme.example' },
          integrations: {
            gitea: [
              {
                host: 'git.acme.example',
                ...(options.hasGitCredentials && { password: 'secret-token' }),
              },
            ],
          },
          slo: options.config ?? {},
        },
      }),
      createServiceFactory({
        service: coreServices.urlReader,
        deps: {},
        factory: () =>
          mockServices.urlReader.mock({
            async readUrl(url) {
              readUrls.push(url);
              const content = files.get(url);
              if (content === undefined) {
                throw new NotFoundError(`Nothing at ${url}`);
              }
              return { buffer: async () => Buffer.from(content) };
            },
          }),
      }),
      createServiceFactory({
        service: coreServices.auditor,
        deps: {},
        factory: () => auditor,
      }),
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => ({
          publish: async () => {},
          async subscribe({ onEvent }) {
            listeners.push(async eventPayload =>
              onEvent({ topic: 'gitea.push', eventPayload }),
            );
          },
        }),
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({
          async send(notification: NotificationSendOptions) {
            notifications.push(notification);
          },
        }),
      }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({
          async publish(signal: SignalPayload) {
            signals.push(signal);
          },
        }),
      }),
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(({ permission, resourceRef }) => ({
            result:
              denied.has(permission.name) || deniedOf.has(resourceRef ?? '')
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
          })),
        authorizeConditional: async requests =>
          requests.map(() => ({ result: AuthorizeResult.ALLOW })),
      }).factory,
      // Tasks run when a test says so.
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => actions,
      }),
    ],
  });

  /** Asks as somebody, by default a user. */
  const ask = (
    method: Method,
    path: string,
    authorization = mockCredentials.user.header(),
  ) =>
    request(server)
      [method](`/api/slo${path}`)
      .set('authorization', authorization);

  /** Runs a scheduled task now. */
  const runTask = async (id: string) => {
    await scheduler.triggerTask(id);
  };

  return {
    server,
    files,
    /** What was read of repositories, in order. */
    readUrls,
    notifications,
    signals,
    /** Permissions that nobody has. */
    denied,
    /** Entities that nobody has a permission on. */
    deniedOf,
    auditor,
    actions,
    ask,
    /** Sends counts as a service. */
    push(counts: PushCount[]) {
      return ask('post', '/counts', mockCredentials.service.header()).send({
        counts,
      });
    },
    /** Says that something was pushed to a repository. */
    async announcePush(payload: unknown) {
      await Promise.all(listeners.map(listener => listener(payload)));
    },
    runTask,
    /** Puts a file in place and reads it; answers the id of its first SLO. */
    async define(content = sampleSlo()): Promise<string> {
      files.set(SAMPLE_FILE, content);
      await options.knex('definitions').update({ due_at: new Date(0) });
      await runTask('slo-definitions');
      const { body } = await ask(
        'get',
        '/definitions?entityRef=component:default/payment-service',
      );
      return body.slos.at(0)?.id;
    },
    /** Forgets everything. */
    async clear() {
      files.clear();
      denied.clear();
      deniedOf.clear();
      notifications.length = 0;
      signals.length = 0;
      await options.knex.raw(
        `TRUNCATE definitions, slos, series, objectives, minute_counts,
         hour_counts, day_counts, stale_hours, statuses, exclusions, alerts,
         alert_changes, alert_deliveries, gate_overrides`,
      );
    },
  };
}

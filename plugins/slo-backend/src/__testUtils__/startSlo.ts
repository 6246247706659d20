import { startTestPortal } from '@atrium/backend-common/testUtils';
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
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import sloPlugin from '../index';
import { SAMPLE_FILE, sampleEntities } from './sampleEntities';
import { sampleSlo } from './sampleSlo';

const PUSH_TOPIC = 'gitea.push';

interface StartSloOptions {
  knex: Knex;
  config?: JsonObject;
  sources?: SloSource[];
  /** Beside the sample ones. */
  entities?: Entity[];
  /** Whether the portal may write to repositories. */
  hasGitCredentials?: boolean;
}

/** The plugin behind its HTTP interface, with the world around it. */
export async function startSlo(options: StartSloOptions) {
  const files = new Map<string, string>();
  const readUrls: string[] = [];
  const listeners: ((payload: unknown) => Promise<void>)[] = [];
  const portal = await startTestPortal({
    pluginId: 'slo',
    knex: options.knex,
    config: {
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
        service: eventsServiceRef,
        deps: {},
        factory: () => ({
          publish: async () => {},
          async subscribe({ onEvent, topics }) {
            if (topics.includes(PUSH_TOPIC)) {
              listeners.push(async eventPayload =>
                onEvent({ topic: PUSH_TOPIC, eventPayload }),
              );
            }
          },
        }),
      }),
    ],
  });

  const { ask, runTask } = portal;

  return {
    ...portal,
    files,
    /** What was read of repositories, in order. */
    readUrls,
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
      portal.forget();
      await options.knex.raw(
        `TRUNCATE definitions, slos, series, objectives, minute_counts,
         hour_counts, day_counts, stale_hours, statuses, exclusions, alerts,
         alert_changes, alert_deliveries, gate_overrides`,
      );
    },
  };
}

import { startTestPortal } from '@atrium/backend-common/testUtils';
import { githubEventFeatures } from '@atrium/git-hosts/testUtils';
import {
  type FactProvider,
  factProvidersExtensionPoint,
} from '@atrium/plugin-scorecard-node';
import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import eventsPlugin from '@backstage/plugin-events-backend';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import scorecardModuleFindings from '../index';
import { sampleEntities } from './sampleEntities';

interface StartFindingsOptions {
  knex: Knex;
  /** Of `scorecard.findings`. */
  config?: JsonObject;
  /** Instead of the sample ones. */
  entities?: Entity[];
  /** Of the events backend, where there is one. */
  events?: { knex: Knex; webhookSecret: string };
}

/** What an upload says of itself. */
interface UploadParameters {
  entityRef?: string;
  commit?: string;
  category?: string;
  scannedAt?: string;
  format?: string;
  kind?: string;
}

const COMMIT = '1f3870be274f6c49b3e31a0c6728957f';

/** The module in a plugin that only takes its facts, behind HTTP. */
export async function startFindings(options: StartFindingsOptions) {
  const { entities = sampleEntities } = options;
  const providers: FactProvider[] = [];
  const refreshed: string[] = [];
  const portal = await startTestPortal({
    pluginId: 'scorecard',
    knex: options.knex,
    databases: options.events && { events: options.events.knex },
    config: {
      scorecard: { findings: options.config ?? {} },
      integrations: {
        github: [{ host: 'github.com', token: 'ghp_of_the_portal' }],
      },
      ...(options.events && {
        events: {
          useEventBus: 'never',
          modules: { github: { webhookSecret: options.events.webhookSecret } },
        },
      }),
    },
    features: [
      createBackendPlugin({
        pluginId: 'scorecard',
        register(env) {
          env.registerExtensionPoint(factProvidersExtensionPoint, {
            addProvider: provider => providers.push(provider),
            refresh: async (_id, refs) => {
              refreshed.push(...refs);
            },
            refreshUnknown: async () => {},
          });
          env.registerInit({ deps: {}, async init() {} });
        },
      }),
      scorecardModuleFindings,
      catalogServiceMock.factory({ entities }),
      ...(options.events
        ? [eventsPlugin, ...githubEventFeatures, eventsServiceFactory]
        : []),
    ],
  });

  return {
    ...portal,
    /** Whose facts are to be collected again. */
    refreshed,
    /** Sends a document, as a tool of a pipeline does. */
    upload(
      document: unknown,
      parameters: UploadParameters = {},
      authorization = mockCredentials.service.header(),
    ) {
      const query = new URLSearchParams({
        entityRef: 'component:default/payment-service',
        commit: COMMIT,
        ...parameters,
      });
      return portal
        .ask('post', `/findings?${query}`, authorization)
        .set(
          'Content-Type',
          Buffer.isBuffer(document)
            ? 'application/octet-stream'
            : 'application/json',
        )
        .send(
          typeof document === 'string' || Buffer.isBuffer(document)
            ? document
            : JSON.stringify(document),
        );
    },
    /** The facts of an entity now. */
    async collect(entityRef: string) {
      const facts = await providers[0].collect(entities, {
        signal: new AbortController().signal,
      });
      return facts.get(entityRef)?.values;
    },
    description: () => providers[0].description,
    async clear() {
      portal.forget();
      refreshed.length = 0;
      await options.knex.raw(
        `TRUNCATE findings, finding_sightings, finding_changes, finding_scans,
         finding_components, finding_places, finding_boms`,
      );
    },
  };
}

import {
  createFileReader,
  startTestPortal,
} from '@atrium/backend-common/testUtils';
import type { FactValue } from '@atrium/plugin-scorecard-common';
import {
  type FactProvider,
  factProvidersExtensionPoint,
  type FactProvidersExtensionPoint,
} from '@atrium/plugin-scorecard-node';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import scorecardPlugin from '../index';
import { sampleGroups } from './sampleEntities';

interface StartScorecardOptions {
  knex: Knex;
  entities: Entity[];
  config?: JsonObject;
  conditionalDecision?: Parameters<
    typeof startTestPortal
  >[0]['conditionalDecision'];
}

const TABLES =
  'entities, fact_providers, scorecard_files, scorecards, scorecard_versions, results, result_changes';

/** The plugin behind its HTTP interface, with a provider that tells what it is told. */
export async function startScorecard(options: StartScorecardOptions) {
  const files = new Map<string, string>();
  const told = new Map<string, Record<string, FactValue>>();
  const state = { failure: undefined as string | undefined, asked: 0 };
  const entities = [...sampleGroups, ...options.entities];
  let facts: FactProvidersExtensionPoint | undefined;
  await options.knex.schema.hasTable('entities').then(async isThere => {
    if (isThere) {
      await options.knex.raw(`TRUNCATE ${TABLES} CASCADE`);
    }
  });
  const portal = await startTestPortal({
    pluginId: 'scorecard',
    knex: options.knex,
    conditionalDecision: options.conditionalDecision,
    config: {
      integrations: { gitea: [{ host: 'git.acme.example' }] },
      scorecard: { definitions: { builtIn: false }, ...options.config },
    },
    features: [
      scorecardPlugin,
      createBackendModule({
        pluginId: 'scorecard',
        moduleId: 'test-facts',
        register(reg) {
          reg.registerInit({
            deps: { point: factProvidersExtensionPoint },
            async init({ point }) {
              facts = point;
              point.addProvider(createProvider(told, state));
            },
          });
        },
      }),
      catalogServiceMock.factory({ entities }),
      createServiceFactory({
        service: coreServices.urlReader,
        deps: {},
        factory: () => createFileReader(files),
      }),
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => ({ publish: async () => {}, subscribe: async () => {} }),
      }),
    ],
  });
  return {
    ...portal,
    files,
    /** What the provider `slo` says, by entity ref. */
    told,
    state,
    entities,
    async refresh(entityRefs: string[]) {
      await facts?.refresh('slo', entityRefs);
    },
    /** Everything that is done by time, once. */
    async catchUp() {
      await portal.runTask('scorecard-definitions');
      await portal.runTask('scorecard-entities');
      await options
        .knex('facts')
        .whereNotNull('due_at')
        .update({
          due_at: new Date(0),
        });
      await portal.runTask('scorecard-facts');
      await portal.runTask('scorecard-evaluation');
    },
  };
}

function createProvider(
  told: ReadonlyMap<string, Record<string, FactValue>>,
  state: { failure: string | undefined; asked: number },
): FactProvider {
  return {
    description: {
      id: 'slo',
      title: 'SLOs',
      description: 'What was promised.',
      freshnessMs: 24 * 3_600_000,
      facts: {
        count: { type: 'integer', title: 'SLOs', description: 'How many.' },
        budget: {
          type: 'number',
          title: 'Budget',
          description: 'What is left.',
        },
      },
    },
    refreshMs: 3_600_000,
    async collect(entities) {
      state.asked += entities.length;
      if (state.failure !== undefined) {
        throw new Error(state.failure);
      }
      return new Map(
        entities.flatMap(({ metadata: { name } }) => {
          const ref = `component:default/${name}`;
          const values = told.get(ref);
          return values
            ? [
                [
                  ref,
                  { values, urls: { count: `https://slo.example/${name}` } },
                ],
              ]
            : [];
        }),
      );
    },
  };
}

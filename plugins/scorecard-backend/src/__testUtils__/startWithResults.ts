import {
  askAs,
  createTestPeople,
  startTestPortal,
} from '@atrium/backend-common/testUtils';
import type { FactProviderDescription } from '@atrium/plugin-scorecard-common';
import { factProvidersExtensionPoint } from '@atrium/plugin-scorecard-node';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import scorecardPlugin from '../index';
import { ownersOf, ownershipOf, sampleEntities } from './samplePeople';

const HOUR_MS = 3_600_000;

const descriptions: FactProviderDescription[] = [
  {
    id: 'catalog',
    title: 'Catalog',
    description: 'What the catalog says.',
    freshnessMs: 24 * HOUR_MS,
    facts: {
      hasOwner: { type: 'boolean', title: 'Has an owner', description: '' },
      tier: { type: 'integer', title: 'Tier', description: '' },
    },
  },
  {
    id: 'docs',
    title: 'Documentation',
    description: 'What was built.',
    freshnessMs: 24 * HOUR_MS,
    facts: {
      isPresent: { type: 'boolean', title: 'Is there', description: '' },
    },
  },
  {
    id: 'slo',
    title: 'Service levels',
    description: 'What was promised.',
    freshnessMs: 24 * HOUR_MS,
    facts: {
      count: { type: 'integer', title: 'SLOs', description: '', unit: 'SLOs' },
    },
  },
];

/** The plugin behind its HTTP interface, over results that a test puts there. */
export async function startWithResults(options: {
  knex: Knex;
  config?: JsonObject;
  /** What Priya does not see. */
  hiddenRefs?: string[];
}) {
  const { config = {}, hiddenRefs = [], knex } = options;
  const people = createTestPeople({
    entities: sampleEntities,
    hiddenRefs,
    ownershipOf,
    seesAll: refs => !refs.includes('user:default/priya'),
  });
  const portal = await startTestPortal({
    pluginId: 'scorecard',
    knex,
    config: {
      integrations: {
        gitea: [{ host: 'git.acme.example', password: 'secret-token' }],
      },
      scorecard: { definitions: { builtIn: false }, ...config },
    },
    conditionalDecision: credentials => ({
      result: people.seesAll(credentials)
        ? AuthorizeResult.ALLOW
        : AuthorizeResult.DENY,
    }),
    authorize: ({ permission, resourceRef }, credentials) => {
      const refs = people.refsOf(credentials);
      if (permission.name === 'scorecard.operate') {
        return refs.includes('user:default/mina');
      }
      const owners = resourceRef ? ownersOf(resourceRef) : [];
      return !resourceRef || owners.some(ref => refs.includes(ref));
    },
    features: [
      scorecardPlugin,
      createBackendModule({
        pluginId: 'scorecard',
        moduleId: 'test-facts',
        register(reg) {
          reg.registerInit({
            deps: { facts: factProvidersExtensionPoint },
            async init({ facts }) {
              for (const description of descriptions) {
                facts.addProvider({
                  description,
                  refreshMs: HOUR_MS,
                  collect: async () => new Map(),
                });
              }
            },
          });
        },
      }),
      ...people.features,
    ],
  });
  return { ...portal, as: (name: string) => askAs(portal, name) };
}

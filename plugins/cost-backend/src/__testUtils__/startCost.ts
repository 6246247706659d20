import {
  askAs,
  createTestPeople,
  startTestPortal,
} from '@atrium/backend-common/testUtils';
import type { BackendFeature } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import costPlugin from '../index';
import {
  engineering,
  ownersOf,
  ownershipOf,
  sampleEntities,
} from './sampleOrganization';

interface StartCostOptions {
  knex: Knex;
  config?: JsonObject;
  features?: BackendFeature[];
  /** What nobody but the manager sees. */
  hiddenRefs?: string[];
  /** Whether only owners and `user:default/controller` read totals. */
  hasClosedTotals?: boolean;
}

const FINANCE = 'user:default/controller';
const auth = mockServices.auth();

/** The plugin behind its HTTP interface, over sums that a test puts there. */
export async function startCost(options: StartCostOptions) {
  const { features = [], hasClosedTotals = false, hiddenRefs = [] } = options;
  const people = createTestPeople({
    entities: sampleEntities,
    hiddenRefs,
    ownershipOf,
    seesAll: refs => refs.includes('user:default/manager'),
  });
  const portal = await startTestPortal({
    pluginId: 'cost',
    knex: options.knex,
    config: {
      cost: options.config ?? {},
      permission: { atrium: { financeGroups: [engineering] } },
      integrations: {
        gitea: [{ host: 'git.acme.example', password: 'secret-token' }],
      },
    },
    conditionalDecision: credentials => ({
      result: people.seesAll(credentials)
        ? AuthorizeResult.ALLOW
        : AuthorizeResult.DENY,
    }),
    authorize: ({ permission: { name }, resourceRef }, credentials) => {
      const refs = people.refsOf(credentials);
      const isOpen =
        !hasClosedTotals &&
        ['cost.total.read', 'cost.entity.read'].includes(name);
      return (
        isOpen ||
        // No policy is asked about programs.
        auth.isPrincipal(credentials, 'service') ||
        refs.includes(FINANCE) ||
        (resourceRef !== undefined &&
          ownersOf(resourceRef).some(owner => refs.includes(owner)))
      );
    },
    features: [costPlugin, ...features, ...people.features],
  });
  return { ...portal, as: (name: string) => askAs(portal, name) };
}

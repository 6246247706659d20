import {
  createFileReader,
  startTestPortal,
} from '@atrium/backend-common/testUtils';
import type { FactProviderDescription } from '@atrium/plugin-scorecard-common';
import { factProvidersExtensionPoint } from '@atrium/plugin-scorecard-node';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { z } from 'zod';
import scorecardPlugin from '../index';
import { ownersOf, ownershipOf, sampleEntities } from './samplePeople';

const userSchema = z.object({
  principal: z.object({ userEntityRef: z.string() }),
});

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
  /** What people who do not see everything see. */
  hiddenRefs?: string[];
}) {
  const { config = {}, hiddenRefs = [], knex } = options;
  const seesAll = (credentials: unknown) =>
    hiddenRefs.length === 0 || !isUser(credentials, 'user:default/priya');
  const catalog = catalogServiceMock({ entities: sampleEntities });
  const isHidden = (ref: string, caller: object | undefined) =>
    hiddenRefs.includes(ref) &&
    !(caller && 'credentials' in caller && seesAll(caller.credentials));
  const { getEntityByRef, getEntitiesByRefs } = catalog;
  catalog.getEntityByRef = async (ref, caller) =>
    isHidden(String(ref), caller)
      ? undefined
      : getEntityByRef.call(catalog, ref, caller);
  catalog.getEntitiesByRefs = async (request, caller) => {
    const { items } = await getEntitiesByRefs.call(catalog, request, caller);
    const shown = items.map((item, index) =>
      isHidden(request.entityRefs[index], caller) ? undefined : item,
    );
    return { items: shown };
  };
  const portal = await startTestPortal({
    pluginId: 'scorecard',
    knex,
    config: {
      integrations: {
        gitea: [{ host: 'git.acme.example', password: 'secret-token' }],
      },
      scorecard: { definitions: { builtIn: false }, ...config },
    },
    conditionalDecision: credentials =>
      seesAll(credentials)
        ? { result: AuthorizeResult.ALLOW }
        : { result: AuthorizeResult.DENY },
    authorize: ({ permission, resourceRef }, credentials) => {
      const refs = refsOf(credentials);
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
      createServiceFactory({
        service: coreServices.urlReader,
        deps: {},
        factory: () => createFileReader(new Map()),
      }),
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => ({ publish: async () => {}, subscribe: async () => {} }),
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
      createServiceFactory({
        service: coreServices.userInfo,
        deps: {},
        factory: () =>
          mockServices.userInfo.mock({
            async getUserInfo(credentials) {
              const refs = refsOf(credentials);
              return { userEntityRef: refs[0], ownershipEntityRefs: refs };
            },
          }),
      }),
    ],
  });
  return {
    ...portal,
    as(name: string) {
      const header = mockCredentials.user.header(`user:default/${name}`);
      return {
        get: (path: string) => portal.ask('get', path, header),
        post: (path: string, body: object = {}) =>
          portal.ask('post', path, header).send(body),
        put: (path: string, body: object) =>
          portal.ask('put', path, header).send(body),
        delete: (path: string) => portal.ask('delete', path, header),
      };
    },
  };
}

function refsOf(credentials: unknown): string[] {
  const { success, data } = userSchema.safeParse(credentials);
  return success ? ownershipOf(data.principal.userEntityRef) : [];
}

function isUser(credentials: unknown, ref: string): boolean {
  return refsOf(credentials).includes(ref);
}

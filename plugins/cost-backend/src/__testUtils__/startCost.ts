import {
  createFileReader,
  startTestPortal,
} from '@atrium/backend-common/testUtils';
import {
  type BackendFeature,
  coreServices,
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
import costPlugin from '../index';
import { ownersOf, ownershipOf, sampleEntities } from './sampleOrganization';

const userSchema = z.object({
  principal: z.object({ userEntityRef: z.string() }),
});

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

/** The plugin behind its HTTP interface, over sums that a test puts there. */
export async function startCost(options: StartCostOptions) {
  const { features = [], hasClosedTotals = false, hiddenRefs = [] } = options;
  const seesAll = (credentials: unknown) =>
    hiddenRefs.length === 0 ||
    refsOf(credentials).includes('user:default/manager');
  const portal = await startTestPortal({
    pluginId: 'cost',
    knex: options.knex,
    config: { cost: options.config ?? {} },
    conditionalDecision: credentials => ({
      result: seesAll(credentials)
        ? AuthorizeResult.ALLOW
        : AuthorizeResult.DENY,
    }),
    authorize: ({ permission: { name }, resourceRef }, credentials) => {
      const refs = refsOf(credentials);
      const isOpen =
        !hasClosedTotals &&
        ['cost.total.read', 'cost.entity.read'].includes(name);
      return (
        isOpen ||
        refs.includes(FINANCE) ||
        (resourceRef !== undefined &&
          ownersOf(resourceRef).some(owner => refs.includes(owner)))
      );
    },
    features: [
      costPlugin,
      ...features,
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
        factory: () => createCatalog(hiddenRefs, seesAll),
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
      };
    },
  };
}

function createCatalog(
  hiddenRefs: string[],
  seesAll: (credentials: unknown) => boolean,
) {
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
    return {
      items: items.map((item, index) =>
        isHidden(request.entityRefs[index], caller) ? undefined : item,
      ),
    };
  };
  return catalog;
}

function refsOf(credentials: unknown): string[] {
  const { data, success } = userSchema.safeParse(credentials);
  return success ? ownershipOf(data.principal.userEntityRef) : [];
}

import {
  type BackendFeature,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { z } from 'zod';
import { createFileReader } from './createFileReader';
import type { startTestPortal } from './startTestPortal';

const userSchema = z.object({
  principal: z.object({ userEntityRef: z.string() }),
});

/** Who is in the world of a test, and what they see. */
export interface TestPeopleOptions {
  entities: Entity[];
  /** As whom somebody owns things: their ref and those of their groups. */
  ownershipOf(userRef: string): string[];
  /** What those do not see who do not see everything. */
  hiddenRefs: readonly string[];
  /** @param ownershipRefs - none of a program */
  seesAll(ownershipRefs: string[]): boolean;
}

/** A catalog, and the people who look at it with rights of their own. */
export function createTestPeople(options: TestPeopleOptions) {
  const { entities, hiddenRefs, ownershipOf } = options;

  function refsOf(credentials: unknown): string[] {
    const { data, success } = userSchema.safeParse(credentials);
    return success ? ownershipOf(data.principal.userEntityRef) : [];
  }

  const seesAll = (credentials: unknown) =>
    hiddenRefs.length === 0 || options.seesAll(refsOf(credentials));
  const isHidden = (ref: string, caller: object | undefined) =>
    hiddenRefs.includes(ref) &&
    !(caller && 'credentials' in caller && seesAll(caller.credentials));

  const catalog = catalogServiceMock({ entities });
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

  const features: BackendFeature[] = [
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
  ];
  return { features, refsOf, seesAll };
}

/** Asks a portal in the name of a person. */
export function askAs(
  portal: Pick<Awaited<ReturnType<typeof startTestPortal>>, 'ask'>,
  name: string,
) {
  const header = mockCredentials.user.header(`user:default/${name}`);
  return {
    get: (path: string) => portal.ask('get', path, header),
    post: (path: string, body: object = {}) =>
      portal.ask('post', path, header).send(body),
    put: (path: string, body: object) =>
      portal.ask('put', path, header).send(body),
    delete: (path: string) => portal.ask('delete', path, header),
  };
}

import { createBackend } from '@backstage/backend-defaults';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  type CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { createRootConfig } from '../plugin/createRootConfig.ts';
import { SERVICES, SERVICES_PER_TEAM, TEAMS } from './organisation.ts';

/**
 * The delivery backend as it runs in the portal, but for the catalog: that is a
 * list in memory, so that what is measured is delivery.
 */
function toEntity(kind: string, name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
  };
}

const services = Array.from({ length: SERVICES }, (_, service) =>
  toEntity('Component', `service-${service}`),
);
const byRef = new Map<string, Entity>();
for (const entity of [
  ...services,
  ...Array.from({ length: TEAMS }, (_, team) =>
    toEntity('Group', `team-${team}`),
  ),
]) {
  byRef.set(stringifyEntityRef(entity), entity);
}

/** What delivery asks the catalog: an entity, the services of a team, or all. */
const catalog: Pick<CatalogService, 'getEntityByRef' | 'streamEntities'> = {
  async getEntityByRef(ref) {
    return byRef.get(String(ref));
  },
  async *streamEntities(request) {
    const filter = request?.filter as Record<string, string | string[]>;
    if (filter.kind === 'group') {
      yield [];
      return;
    }
    const [owner] = [filter['relations.ownedBy'] ?? []].flat();
    const team = owner === undefined ? undefined : owner.split('-').pop();
    yield services.filter(
      (_, service) =>
        team === undefined ||
        Math.floor(service / SERVICES_PER_TEAM) === Number(team),
    );
  },
};

const backend = createBackend();
backend.add(createRootConfig());
backend.add(
  createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () => catalog as CatalogService,
  }),
);
backend.add(import('@atrium/plugin-delivery-backend'));
backend.start();

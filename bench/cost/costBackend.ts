import { createBackend } from '@backstage/backend-defaults';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  type CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { createIdleScheduler } from '../plugin/createIdleScheduler.ts';
import { createRootConfig } from '../plugin/createRootConfig.ts';
import {
  COMPONENTS,
  departmentRef,
  DEPARTMENTS,
  teamRef,
  TEAMS,
} from './organisation.ts';
import { timeStatements } from './timeStatements.ts';

/**
 * The cost backend as it runs in the portal, but for the catalog, a list in memory,
 * and for scheduled tasks, of which none runs: what is measured are answers.
 */
function toEntity(
  kind: string,
  name: string,
  relations: [type: string, targetRef: string][] = [],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}

const teams = Array.from({ length: TEAMS }, (_, team) =>
  toEntity('Group', `team-${team}`, [['childOf', departmentRef(team)]]),
);
const byRef = new Map<string, Entity>();
for (const entity of [
  ...teams,
  ...Array.from({ length: DEPARTMENTS }, (_, department) =>
    toEntity('Group', `department-${department}`),
  ),
  ...Array.from({ length: COMPONENTS }, (_, component) =>
    toEntity('Component', `component-${component}`, [
      ['ownedBy', teamRef(component)],
    ]),
  ),
]) {
  byRef.set(stringifyEntityRef(entity), entity);
}

/** What answers ask the catalog: entities by their refs, and the teams below groups. */
const catalog: Pick<
  CatalogService,
  'getEntityByRef' | 'getEntitiesByRefs' | 'streamEntities'
> = {
  async getEntityByRef(ref) {
    return byRef.get(String(ref));
  },
  async getEntitiesByRefs({ entityRefs }) {
    return { items: entityRefs.map(ref => byRef.get(ref)) };
  },
  async *streamEntities(request) {
    const filter = request?.filter as Record<string, string | string[]>;
    const parents = [filter['relations.childOf'] ?? []].flat();
    yield teams.filter(({ relations = [] }) =>
      relations.some(({ targetRef }) => parents.includes(targetRef)),
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
backend.add(createIdleScheduler());
backend.add(timeStatements());
backend.add(import('@atrium/plugin-cost-backend'));
backend.start();

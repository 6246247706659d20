import type { ReactElement } from 'react';
import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
  starredEntitiesApiRef,
  MockStarredEntitiesApi,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { TestQueryProvider } from '@atrium/ui/testUtils';
import {
  type EntitySummaryApi,
  entitySummaryApiRef,
} from '../../api/EntitySummaryApi';

/** What a test may say besides the entity of the page. */
export interface RenderEntityOptions {
  /** What else is in the catalog. */
  others?: Entity[];
  answers?: Partial<EntitySummaryApi>;
  /** What the catalog answers instead of the entity. */
  findEntity?: () => Promise<Entity>;
  address?: string;
}

const notAsked = () => Promise.reject(new Error('Not asked for'));

/** Draws a part of the page of an entity over apis that know what the test says. */
export function renderEntity(
  element: ReactElement,
  entity: Entity,
  options: RenderEntityOptions = {},
) {
  const { others = [], answers, findEntity, address = '/' } = options;
  const catalogApi = catalogApiMock({ entities: [entity, ...others] });
  if (findEntity) {
    catalogApi.getEntityByRef = findEntity;
  }
  const api: EntitySummaryApi = {
    listEntities: notAsked,
    exportEntities: notAsked,
    getSummary: notAsked,
    getAttention: notAsked,
    listViews: notAsked,
    saveView: notAsked,
    deleteView: notAsked,
    ...answers,
  };
  renderInTestApp(
    <TestQueryProvider>
      <EntityProvider entity={entity}>{element}</EntityProvider>
    </TestQueryProvider>,
    {
      apis: [
        [entitySummaryApiRef, api],
        [catalogApiRef, catalogApi],
        [starredEntitiesApiRef, new MockStarredEntitiesApi()],
      ],
      initialRouteEntries: [address],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRefParams } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { EntityPageSkeleton } from './EntityPageSkeleton';

/** The page of the entity that the address names, while its code is on its way. */
export function RoutedEntitySkeleton() {
  const entityRef = stringifyEntityRef(useRouteRefParams(entityRouteRef));
  return <EntityPageSkeleton entityRef={entityRef} />;
}

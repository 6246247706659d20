import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRefParams } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { EntityPage, type EntityPageProps } from './EntityPage';

/** The page of the entity that the address names. */
export function RoutedEntityPage(props: Omit<EntityPageProps, 'entityRef'>) {
  const entityRef = stringifyEntityRef(useRouteRefParams(entityRouteRef));
  return <EntityPage {...props} entityRef={entityRef} />;
}

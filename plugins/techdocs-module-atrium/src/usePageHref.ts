import { useCallback } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { siteRouteRef } from './docsRoutes';

/** Where a page of the site of an entity is read; without a path, its start. */
export function usePageHref() {
  const siteRoute = useRouteRef(siteRouteRef);
  return useCallback(
    (entityRef: string, path = '') => {
      const start = siteRoute?.(parseEntityRef(entityRef)) ?? '/docs';
      return path === '' ? start : `${start}/${path}`;
    },
    [siteRoute],
  );
}

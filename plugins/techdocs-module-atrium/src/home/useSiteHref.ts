import { useCallback } from 'react';
import {
  configApiRef,
  useApi,
  useRouteRef,
} from '@backstage/frontend-plugin-api';
import {
  buildTechDocsURL,
  toLowercaseEntityRefMaybe,
} from '@backstage/plugin-techdocs-react';
import { siteRouteRef } from '../docsRoutes';
import type { DocsSite } from './DocsSite';

/** Where a site is read; a page of it, when `path` is given. */
export function useSiteHref() {
  const config = useApi(configApiRef);
  const siteRoute = useRouteRef(siteRouteRef);
  return useCallback(
    (site: DocsSite, path?: string) => {
      const start = buildTechDocsURL(
        site.entity,
        ref => siteRoute?.(toLowercaseEntityRefMaybe({ ...ref }, config)) ?? '',
      );
      return path ? `${start}/${path}` : `${start}`;
    },
    [siteRoute, config],
  );
}

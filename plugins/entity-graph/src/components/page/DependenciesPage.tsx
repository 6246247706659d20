import { useEffect } from 'react';
import { PageBody } from '@atrium/ui';
import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import { fromCatalogGraph } from '../../fromCatalogGraph';
import { Dependencies } from './Dependencies';

/** The dependencies of everything in the catalog. */
export function DependenciesPage() {
  const [params, setParams] = useAppSearchParams();
  const moved = fromCatalogGraph(params);
  useEffect(() => {
    if (moved !== undefined) {
      setParams(moved, { replace: true });
    }
  }, [moved, setParams]);
  return <PageBody>{moved === undefined && <Dependencies />}</PageBody>;
}

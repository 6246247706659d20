import { PageBody } from '@atrium/ui';
import { Dependencies } from './Dependencies';

/** The dependencies of everything in the catalog. */
export function DependenciesPage() {
  return (
    <PageBody>
      <Dependencies />
    </PageBody>
  );
}

import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Dependencies } from './Dependencies';

/** What an entity depends on, what uses it, and what fails with it. */
export function EntityDependencies() {
  const { entity } = useEntity();
  return <Dependencies entityRef={stringifyEntityRef(entity)} />;
}

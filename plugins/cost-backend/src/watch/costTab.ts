import { parseEntityRef } from '@backstage/catalog-model';

/** The tab of an entity that shows its cost. */
export function costTab(entityRef: string): string {
  const { kind, name, namespace } = parseEntityRef(entityRef);
  return `/catalog/${namespace}/${kind}/${name}/cost`;
}

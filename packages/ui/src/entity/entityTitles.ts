import { useQuery } from '@tanstack/react-query';
import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  type CatalogApi,
  catalogApiRef,
} from '@backstage/plugin-catalog-react';

/** The fields of an entity that {@link entityTitle} reads. */
export const ENTITY_TITLE_FIELDS = [
  // Without it, what has no title comes without metadata.
  'metadata.name',
  'metadata.title',
  'spec.profile.displayName',
];

/** What people call an entity; its name where the catalog says no more. */
export function entityTitle(
  entity: Entity | undefined,
  entityRef: string,
): string {
  const profile = entity?.spec?.profile;
  return typeof profile === 'object' &&
    profile !== null &&
    'displayName' in profile
    ? String(profile.displayName)
    : entity?.metadata.title ?? nameOf(entityRef);
}

/** Addresses hold refs that people have typed: what is no ref is its own name. */
function nameOf(entityRef: string): string {
  return entityRef.replace(/^.*[:/]/, '');
}

/** What people call the entities with these refs, by ref, in their order. */
export async function readEntityTitles(
  catalogApi: CatalogApi,
  entityRefs: string[],
): Promise<Map<string, string>> {
  const { items } =
    entityRefs.length > 0
      ? await catalogApi.getEntitiesByRefs({
          entityRefs,
          fields: ENTITY_TITLE_FIELDS,
        })
      : { items: [] };
  return toTitles(entityRefs, items);
}

/** What people call the entities with these refs; their names until it is known. */
export function useEntityTitles(entityRefs: string[]): Map<string, string> {
  const catalogApi = useApi(catalogApiRef);
  const { data } = useQuery({
    queryKey: ['catalog', 'titles', entityRefs],
    queryFn: () => readEntityTitles(catalogApi, entityRefs),
  });
  return data ?? toTitles(entityRefs, []);
}

function toTitles(entityRefs: string[], items: (Entity | undefined)[]) {
  return new Map(
    entityRefs.map((ref, index) => [ref, entityTitle(items[index], ref)]),
  );
}

import { useEffect, useMemo, useState } from 'react';
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

/** Keeps the room of a title until it is known; a screen reader passes over it. */
export const TITLE_ROOM = '\u00a0'.repeat(12);

/** How long there is no more than room for a title; then there is a name. */
export const TITLE_PATIENCE_MS = 400;

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

/**
 * Whether the titles that are waited for leave only room: not any more where they
 * take long.
 */
export function useTitleRoom(isPending: boolean): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    setIsLate(false);
    const timer = setTimeout(() => setIsLate(isPending), TITLE_PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isPending]);
  return isPending && !isLate;
}

/**
 * What people call the entities with these refs: {@link TITLE_ROOM} for a moment,
 * their names where the catalog takes long or does not answer.
 */
export function useEntityTitles(entityRefs: string[]): Map<string, string> {
  const catalogApi = useApi(catalogApiRef);
  const { data, isPending, isPlaceholderData } = useQuery({
    queryKey: ['catalog', 'titles', entityRefs],
    queryFn: () => readEntityTitles(catalogApi, entityRefs),
    // Of a list that grows, what is known stays.
    placeholderData: previous => previous,
  });
  const isRoom = useTitleRoom(isPending || isPlaceholderData);
  // Callers make the list anew each time, and lists of choices stay as they are.
  const key = JSON.stringify(entityRefs);
  return useMemo(() => {
    const refs: string[] = JSON.parse(key);
    return new Map(
      refs.map(ref => [
        ref,
        data?.get(ref) ?? (isRoom ? TITLE_ROOM : nameOf(ref)),
      ]),
    );
  }, [key, data, isRoom]);
}

function toTitles(entityRefs: string[], items: (Entity | undefined)[]) {
  return new Map(
    entityRefs.map((ref, index) => [ref, entityTitle(items[index], ref)]),
  );
}

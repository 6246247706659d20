import { useQuery } from '@tanstack/react-query';
import {
  type Entity,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { relationTargets } from '@atrium/common';
import { entityTitle, TITLE_ROOM, useTitleRoom } from '@atrium/ui';

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.description',
  'metadata.links',
  'metadata.annotations',
  'spec.profile',
  'spec.type',
];

/** Another entity by its title, and what the catalog has of it once it is read. */
export interface RelatedEntity {
  entityRef: string;
  title: string;
  entity?: Entity;
}

/** Entities with these refs, in one request; room for their titles until it is answered. */
export function useEntitiesByRef(entityRefs: string[]): RelatedEntity[] {
  const catalogApi = useApi(catalogApiRef);
  const { data, isLoading } = useQuery({
    queryKey: ['catalog', 'related', entityRefs],
    queryFn: async () => {
      const { items } = await catalogApi.getEntitiesByRefs({
        entityRefs,
        fields: FIELDS,
      });
      return items;
    },
    enabled: entityRefs.length > 0,
  });
  const isRoom = useTitleRoom(isLoading);
  return entityRefs.map((entityRef, index) => {
    const entity = data?.[index];
    const title = isRoom ? TITLE_ROOM : entityTitle(entity, entityRef);
    return { entityRef, entity, title };
  });
}

/** Who owns an entity, and what it is a part of. */
export function useOwnersAndParents(entity: Entity) {
  const owners = relationTargets(entity, RELATION_OWNED_BY);
  const parents = relationTargets(entity, RELATION_PART_OF);
  const related = useEntitiesByRef([...owners, ...parents]);
  return {
    owners: related.slice(0, owners.length),
    parents: related.slice(owners.length),
  };
}

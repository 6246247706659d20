import { useQuery } from '@tanstack/react-query';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  isTemplateEntityV1beta3,
  type TemplateEntityV1beta3,
} from '@backstage/plugin-scaffolder-common';
import { relationTargets } from '@atrium/common';

/** Names the template that an entity was made from; the ecosystem's. */
const SOURCE_FACET = 'metadata.annotations.backstage.io/source-template';

/** A template with what its card says of it. */
export interface Template {
  entityRef: string;
  entity: TemplateEntityV1beta3;
  title: string;
  ownerRef: string | undefined;
  /** How many entities of the catalog were made from it. */
  useCount: number;
}

/** All templates, those that are used most first. */
export function useTemplates() {
  const catalogApi = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['scaffolder', 'templates'],
    queryFn: async () => {
      const [{ items }, { facets }] = await Promise.all([
        catalogApi.getEntities({ filter: { kind: 'template' } }),
        catalogApi.getEntityFacets({ facets: [SOURCE_FACET] }),
      ]);
      const uses = new Map(
        facets[SOURCE_FACET]?.map(({ value, count }) => [
          value.toLocaleLowerCase('en-US'),
          count,
        ]),
      );
      return items
        .filter(isTemplateEntityV1beta3)
        .map(entity => toTemplate(entity, uses))
        .sort(
          (a, b) => b.useCount - a.useCount || a.title.localeCompare(b.title),
        );
    },
  });
}

function toTemplate(
  entity: TemplateEntityV1beta3,
  uses: Map<string, number>,
): Template {
  const entityRef = stringifyEntityRef(entity);
  return {
    entityRef,
    entity,
    title: entity.metadata.title ?? entity.metadata.name,
    ownerRef: relationTargets(entity, 'ownedBy')[0],
    useCount: uses.get(entityRef) ?? 0,
  };
}

import { graphKindSchema } from '@atrium/plugin-entity-graph-common';
import { ENTITY_TITLE_FIELDS, entityTitle, useDebounced } from '@atrium/ui';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';

const MAX_CHOICES = 20;

/** The first entities whose name or title contains a text. */
export function useEntityChoices(text: string) {
  const catalogApi = useApi(catalogApiRef);
  const term = useDebounced(text);
  return useQuery({
    queryKey: ['catalog', 'graph-choices', term],
    queryFn: async () => {
      const { items } = await catalogApi.queryEntities({
        filter: { kind: graphKindSchema.options },
        fields: ['kind', 'metadata.namespace', ...ENTITY_TITLE_FIELDS],
        fullTextFilter: { term, fields: ['metadata.name', 'metadata.title'] },
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: MAX_CHOICES,
      });
      return items.map(entity => {
        const id = stringifyEntityRef(entity);
        return {
          id,
          label: entityTitle(entity, id),
          description: entity.kind,
        };
      });
    },
  });
}

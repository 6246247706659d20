import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { ENTITY_TITLE_FIELDS, entityTitle, useDebounced } from '@atrium/ui';

const filterSchema = z.record(
  z.string(),
  z.union([
    z.string(),
    z.array(z.string()),
    z.object({ exists: z.boolean().optional() }),
  ]),
);

/** Which entities a field of a template offers, as templates write it. */
export const entityChoiceOptionsSchema = z.object({
  catalogFilter: z.union([filterSchema, z.array(filterSchema)]).optional(),
  allowedKinds: z.array(z.string()).optional(),
});

type Filter = z.infer<typeof filterSchema>;
type EntityChoiceOptions = z.infer<typeof entityChoiceOptionsSchema>;

/** An entity to choose, by its ref and its title. */
export interface EntityChoice {
  id: string;
  label: string;
}

const MAX_CHOICES = 20;

/** The first entities that a field offers whose name or title has a text in it. */
export function useEntityChoices(
  { catalogFilter, allowedKinds }: EntityChoiceOptions,
  text: string,
) {
  const catalogApi = useApi(catalogApiRef);
  const term = useDebounced(text);
  const filters = catalogFilter ?? (allowedKinds && { kind: allowedKinds });
  return useQuery({
    queryKey: ['catalog', 'template-choices', filters, term],
    // What is pointed at stays there while the next answer is on its way.
    placeholderData: keepPreviousData,
    queryFn: async (): Promise<EntityChoice[]> => {
      const { items } = await catalogApi.queryEntities({
        filter: filters && [filters].flat().map(toQuery),
        fields: ['kind', 'metadata.namespace', ...ENTITY_TITLE_FIELDS],
        fullTextFilter: {
          term,
          fields: [
            'metadata.name',
            'metadata.title',
            'spec.profile.displayName',
          ],
        },
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: MAX_CHOICES,
      });
      return items.map(entity => {
        const id = stringifyEntityRef(entity);
        return { id, label: entityTitle(entity, id) };
      });
    },
  });
}

function toQuery(filter: Filter) {
  return Object.fromEntries(
    Object.entries(filter).map(([key, value]) => [
      key,
      typeof value === 'object' && !Array.isArray(value)
        ? CATALOG_FILTER_EXISTS
        : value,
    ]),
  );
}

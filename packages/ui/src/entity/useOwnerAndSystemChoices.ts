import { useQuery } from '@tanstack/react-query';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { readEntityTitles } from './entityTitles';

/** The owners and systems of the entities that carry an annotation, or of all, by title. */
export function useOwnerAndSystemChoices(annotation?: string) {
  const catalogApi = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['owner-and-system-choices', annotation],
    queryFn: async () => {
      const { facets } = await catalogApi.getEntityFacets({
        filter:
          annotation === undefined
            ? undefined
            : {
                [`metadata.annotations.${annotation}`]: CATALOG_FILTER_EXISTS,
              },
        facets: ['relations.ownedBy', 'relations.partOf'],
      });
      const refsOf = (facet: string) =>
        (facets[facet] ?? []).map(({ value }) => value);
      const titles = await readEntityTitles(catalogApi, [
        ...refsOf('relations.ownedBy'),
        ...refsOf('relations.partOf'),
      ]);
      const choices = [...titles]
        .map(([value, label]) => ({ value, label }))
        .sort((a, b) => a.label.localeCompare(b.label, 'en'));
      return {
        owners: choices.filter(({ value }) => value.startsWith('group:')),
        systems: choices.filter(({ value }) => value.startsWith('system:')),
      };
    },
  });
}

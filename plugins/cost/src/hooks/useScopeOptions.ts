import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import {
  ENTITY_TITLE_FIELDS,
  entityTitle,
  type FilterOption,
  inSentence,
  kindWord,
} from '@atrium/ui';

const KINDS = ['group', 'system', 'domain'];

/** The teams, systems and domains whose cost can be shown, by their title. */
export function useScopeOptions(): FilterOption[] {
  const catalogApi = useApi(catalogApiRef);
  const { data = [] } = useQuery({
    queryKey: ['catalog', 'cost-scopes'],
    queryFn: async () => {
      const { items } = await catalogApi.getEntities({
        filter: { kind: KINDS },
        fields: ['kind', 'metadata.namespace', ...ENTITY_TITLE_FIELDS],
      });
      return items
        .map(entity => {
          const value = stringifyEntityRef(entity);
          const kind = inSentence(kindWord(entity.kind));
          return { value, label: `${entityTitle(entity, value)} (${kind})` };
        })
        .sort((a, b) => a.label.localeCompare(b.label, 'en'));
    },
    staleTime: 60_000,
  });
  return data;
}

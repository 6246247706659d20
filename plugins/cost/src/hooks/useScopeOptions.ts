import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import {
  ENTITY_TITLE_FIELDS,
  entityTitle,
  type FilterOption,
} from '@atrium/ui';
import { t } from '../translation';

const KIND_WORDS: Record<string, string> = {
  get group() {
    return t('useScopeOptions.team');
  },
  get system() {
    return t('useScopeOptions.system');
  },
  get domain() {
    return t('useScopeOptions.domain');
  },
};

/** The teams, systems and domains whose cost can be shown, by their title. */
export function useScopeOptions(): FilterOption[] {
  const catalogApi = useApi(catalogApiRef);
  const { data = [] } = useQuery({
    queryKey: ['catalog', 'cost-scopes'],
    queryFn: async () => {
      const { items } = await catalogApi.getEntities({
        filter: { kind: Object.keys(KIND_WORDS) },
        fields: ['kind', 'metadata.namespace', ...ENTITY_TITLE_FIELDS],
      });
      return items
        .map(entity => {
          const value = stringifyEntityRef(entity);
          const kind = KIND_WORDS[entity.kind.toLocaleLowerCase('en-US')];
          return { value, label: `${entityTitle(entity, value)} (${kind})` };
        })
        .sort((a, b) => a.label.localeCompare(b.label, 'en'));
    },
    staleTime: 60_000,
  });
  return data;
}

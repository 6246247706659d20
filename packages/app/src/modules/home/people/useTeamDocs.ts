import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import {
  ENTITY_TITLE_FIELDS,
  entityTitle,
  urlPath,
  useReadOwnerRefs,
} from '@atrium/ui';

/** More of them are on the docs page. */
const MAX_DOCS = 5;

/** What is written about what the person's teams own. */
export function useTeamDocs() {
  const catalogApi = useApi(catalogApiRef);
  const readOwnerRefs = useReadOwnerRefs();
  return useQuery({
    queryKey: ['home', 'team-docs'],
    queryFn: async () => {
      const { items } = await catalogApi.queryEntities({
        query: {
          'metadata.annotations.backstage.io/techdocs-ref': { $exists: true },
          'relations.ownedBy': { $in: await readOwnerRefs() },
        },
        fields: ['kind', 'metadata.namespace', ...ENTITY_TITLE_FIELDS],
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: MAX_DOCS,
      });
      return items.map(entity => {
        const { kind, metadata } = entity;
        const { namespace = 'default', name } = metadata;
        return {
          title: entityTitle(entity, stringifyEntityRef(entity)),
          href: urlPath`/docs/${namespace}/${kind.toLocaleLowerCase(
            'en-US',
          )}/${name}`,
        };
      });
    },
  });
}

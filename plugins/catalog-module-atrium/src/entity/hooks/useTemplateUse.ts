import { useQuery } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';

/** Names the template that an entity was made from. */
const TEMPLATE_ANNOTATION = 'backstage.io/source-template';

/** So many are listed by name. */
const LISTED_COUNT = 20;

/** How many entities a template made that still exist, and some of them. */
export function useTemplateUse(templateRef: string) {
  const catalogApi = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['catalog', 'made-by', templateRef],
    queryFn: () =>
      catalogApi.queryEntities({
        filter: {
          [`metadata.annotations.${TEMPLATE_ANNOTATION}`]: templateRef,
        },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
        ],
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: LISTED_COUNT,
      }),
  });
}

import { useQuery } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { EmptyState, QueryState, WidgetItem, WidgetList } from '@atrium/ui';

export function GoldenPaths() {
  const catalogApi = useApi(catalogApiRef);
  const query = useQuery({
    queryKey: ['home', 'golden-paths'],
    queryFn: () =>
      catalogApi.queryEntities({
        filter: { kind: 'template' },
        fields: [
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'metadata.description',
        ],
        orderFields: [{ field: 'metadata.title', order: 'asc' }],
        limit: 6,
      }),
  });
  return (
    <QueryState
      query={query}
      isEmpty={page => page.items.length === 0}
      empty={
        <EmptyState
          title="No golden path yet"
          description="The platform team publishes them as templates."
        />
      }
    >
      {({ items }) => (
        <WidgetList>
          {items.map(({ metadata }) => (
            <WidgetItem
              key={metadata.name}
              title={
                <Link
                  href={`/create/templates/${metadata.namespace ?? 'default'}/${
                    metadata.name
                  }`}
                  standalone
                >
                  {metadata.title ?? metadata.name}
                </Link>
              }
            >
              {metadata.description}
            </WidgetItem>
          ))}
        </WidgetList>
      )}
    </QueryState>
  );
}

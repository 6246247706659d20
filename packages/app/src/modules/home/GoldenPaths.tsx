import { Link as RouterLink } from 'react-router-dom';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { EmptyState, QueryState } from '@atrium/ui';
import styles from './widgets.module.css';

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
        <ul className={styles.list}>
          {items.map(({ metadata }) => (
            <li key={metadata.name} className={styles.item}>
              <RouterLink
                className={styles.path}
                to={`/create/templates/${metadata.namespace ?? 'default'}/${
                  metadata.name
                }`}
              >
                {metadata.title ?? metadata.name}
              </RouterLink>
              <span className={styles.description}>{metadata.description}</span>
            </li>
          ))}
        </ul>
      )}
    </QueryState>
  );
}

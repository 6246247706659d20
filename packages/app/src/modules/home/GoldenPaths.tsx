import { Link as RouterLink } from 'react-router-dom';
import useAsync from 'react-use/esm/useAsync';
import { Skeleton, Text } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import styles from './widgets.module.css';

export function GoldenPaths() {
  const catalogApi = useApi(catalogApiRef);
  const { value, loading, error } = useAsync(
    () =>
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
    [catalogApi],
  );
  if (loading) {
    return <Skeleton height={160} />;
  }
  if (error) {
    return <Text>The golden paths cannot be listed: {error.message}</Text>;
  }
  if (!value || value.items.length === 0) {
    return <Text>The platform team has not published a golden path yet.</Text>;
  }
  return (
    <ul className={styles.list}>
      {value.items.map(({ metadata }) => (
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
  );
}

import { Link as RouterLink } from 'react-router-dom';
import { Button, Skeleton, Text } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useOwnedComponents } from './useOwnedComponents';
import styles from './widgets.module.css';

export function OwnedComponents() {
  const { value, loading, error, retry } = useOwnedComponents();
  if (loading) {
    return <Skeleton height={200} />;
  }
  if (error) {
    return (
      <div role="alert" className={styles.message}>
        <Text>The catalog did not answer: {error.message}</Text>
        <Button variant="secondary" onPress={retry}>
          Try again
        </Button>
      </div>
    );
  }
  if (!value || value.items.length === 0) {
    return (
      <div className={styles.message}>
        <Text>
          Your teams own no component yet. Register a repository that exists, or
          start a new one.
        </Text>
        <RouterLink className={styles.more} to="/create">
          Open the golden paths
        </RouterLink>
      </div>
    );
  }
  const hiddenCount = value.totalItems - value.items.length;
  return (
    <>
      <ul className={styles.list}>
        {value.items.map(entity => (
          <li key={entity.metadata.name} className={styles.item}>
            <div className={styles.name}>
              <EntityRefLink entityRef={entity} hideIcon />
              <span className={styles.kind}>
                {[entity.spec?.type, entity.spec?.system]
                  .filter(Boolean)
                  .join(' in ')}
                {entity.spec?.lifecycle !== 'production' &&
                  entity.spec?.lifecycle !== undefined &&
                  `, ${entity.spec.lifecycle}`}
              </span>
            </div>
            <span className={styles.description}>
              {entity.metadata.description}
            </span>
          </li>
        ))}
      </ul>
      <RouterLink className={styles.more} to="/catalog?filters[user]=owned">
        {hiddenCount > 0
          ? `${hiddenCount} more in the catalog`
          : 'Show in the catalog'}
      </RouterLink>
    </>
  );
}

import { Link as RouterLink } from 'react-router-dom';
import type { Entity } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { EmptyState, QueryState } from '@atrium/ui';
import { useOwnedComponents } from './useOwnedComponents';
import styles from './widgets.module.css';

export function OwnedComponents() {
  const query = useOwnedComponents();
  return (
    <QueryState
      query={query}
      isEmpty={page => page.items.length === 0}
      empty={
        <EmptyState
          title="Your teams own no component yet"
          description="Register a repository that exists, or start a new one."
          action={
            <RouterLink className={styles.more} to="/create">
              Open the golden paths
            </RouterLink>
          }
        />
      }
    >
      {({ items, totalItems }) => (
        <>
          <ul className={styles.list}>
            {items.map(entity => (
              <OwnedComponent key={entity.metadata.name} entity={entity} />
            ))}
          </ul>
          <RouterLink className={styles.more} to="/catalog?filters[user]=owned">
            {totalItems > items.length
              ? `${totalItems - items.length} more in the catalog`
              : 'Show in the catalog'}
          </RouterLink>
        </>
      )}
    </QueryState>
  );
}

function OwnedComponent({ entity }: { entity: Entity }) {
  const { type, system, lifecycle } = entity.spec ?? {};
  return (
    <li className={styles.item}>
      <div className={styles.name}>
        <EntityRefLink entityRef={entity} hideIcon />
        <span className={styles.kind}>
          {[type, system].filter(Boolean).join(' in ')}
          {lifecycle !== 'production' &&
            lifecycle !== undefined &&
            `, ${lifecycle}`}
        </span>
      </div>
      <span className={styles.description}>{entity.metadata.description}</span>
    </li>
  );
}

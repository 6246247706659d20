import { Link as RouterLink } from 'react-router-dom';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { visitsApiRef } from '@backstage/plugin-home';
import { EmptyState, QueryState, RelativeTime } from '@atrium/ui';
import { RiHistoryLine } from '@remixicon/react';
import { toRecentThings } from './RecentThing';
import styles from './widgets.module.css';

const SHOWN_COUNT = 8;

/** The visits api keeps this many by itself. */
const MAX_VISITS = 100;

export function RecentlyVisited() {
  const visitsApi = useApi(visitsApiRef);
  const query = useQuery({
    queryKey: ['home', 'recently-visited'],
    queryFn: async () =>
      toRecentThings(await visitsApi.list({ limit: MAX_VISITS })).slice(
        0,
        SHOWN_COUNT,
      ),
    // The list grows by reading, not by time.
    staleTime: 0,
  });
  return (
    <QueryState
      query={query}
      isEmpty={things => things.length === 0}
      empty={
        <EmptyState
          icon={<RiHistoryLine />}
          title="Nothing visited yet"
          description="Services, APIs and documentation that you open are listed here."
        />
      }
    >
      {things => (
        <ul className={styles.list}>
          {things.map(({ entityRef, part, href, visitedAt }) => (
            <li key={href} className={styles.item}>
              <div className={styles.name}>
                <RouterLink className={styles.path} to={href}>
                  <EntityDisplayName entityRef={entityRef} hideIcon />
                </RouterLink>
                <span className={styles.kind}>
                  {part === 'docs' ? 'documentation' : kindOf(entityRef)}
                </span>
                <span className={styles.when}>
                  <RelativeTime instant={visitedAt} />
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </QueryState>
  );
}

function kindOf(entityRef: string): string {
  const [kind] = entityRef.split(':');
  return kind === 'api' ? 'API' : kind;
}

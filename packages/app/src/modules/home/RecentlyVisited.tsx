import { useQuery } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { visitsApiRef } from '@backstage/plugin-home';
import {
  EmptyState,
  QueryState,
  RelativeTime,
  WidgetItem,
  WidgetList,
  WidgetNote,
} from '@atrium/ui';
import { RiHistoryLine } from '@remixicon/react';
import { toRecentThings } from './RecentThing';

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
        <WidgetList>
          {things.map(({ entityRef, part, href, visitedAt }) => (
            <WidgetItem
              key={href}
              title={
                <>
                  <Link href={href} standalone>
                    <EntityDisplayName entityRef={entityRef} hideIcon />
                  </Link>{' '}
                  <WidgetNote>
                    {part === 'docs' ? 'documentation' : kindOf(entityRef)}
                  </WidgetNote>
                </>
              }
              aside={
                <WidgetNote>
                  <RelativeTime instant={visitedAt} />
                </WidgetNote>
              }
            />
          ))}
        </WidgetList>
      )}
    </QueryState>
  );
}

function kindOf(entityRef: string): string {
  const [kind] = entityRef.split(':');
  return kind === 'api' ? 'API' : kind;
}

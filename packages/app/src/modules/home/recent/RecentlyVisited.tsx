import { useQuery } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { visitsApiRef } from '@backstage/plugin-home';
import { Link } from '@backstage/ui';
import { kindWord, QueryState, RelativeTime } from '@atrium/ui';
import { t } from '../../../translation';
import { SideList, SideRow, SideSection } from '../SideSection';
import { FirstSteps } from './FirstSteps';
import { toRecentThings } from './RecentThing';

const SHOWN_COUNT = 5;

/** Who had fewer things open than this is told where to begin. */
const NEWCOMER_COUNT = 3;

/** The visits api keeps this many by itself. */
const MAX_VISITS = 100;

/** Where the person was last; for who is new here, where to begin. */
export function RecentlyVisited() {
  const visitsApi = useApi(visitsApiRef);
  const query = useQuery({
    queryKey: ['home', 'recently-visited'],
    queryFn: async () =>
      toRecentThings(await visitsApi.list({ limit: MAX_VISITS })),
    // The list grows by reading, not by time.
    staleTime: 0,
  });
  const isNew = (query.data?.length ?? NEWCOMER_COUNT) < NEWCOMER_COUNT;
  if (isNew) {
    return <FirstSteps />;
  }
  return (
    <SideSection
      title={t('recentlyVisited.recentlyVisited')}
      rows={SHOWN_COUNT}
    >
      <QueryState query={query} loading={<></>}>
        {things => (
          <SideList>
            {things
              .slice(0, SHOWN_COUNT)
              .map(({ entityRef, part, href, visitedAt }) => (
                <SideRow
                  key={href}
                  aside={
                    <>
                      {part === 'docs'
                        ? t('recentlyVisited.docs')
                        : kindWord(entityRef.split(':')[0])}
                      {' · '}
                      <RelativeTime instant={visitedAt} />
                    </>
                  }
                >
                  <Link href={href} standalone>
                    <EntityDisplayName entityRef={entityRef} hideIcon />
                  </Link>
                </SideRow>
              ))}
          </SideList>
        )}
      </QueryState>
    </SideSection>
  );
}

import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { kindWord, QueryState, RelativeTime } from '@atrium/ui';
import { t } from '../../../translation';
import { SideList, SideRow, SideSection } from '../SideSection';
import { FirstSteps } from './FirstSteps';
import { useRecentThings } from './useRecentThings';

const SHOWN_COUNT = 5;

/** Who had fewer things open than this is told where to begin. */
const NEWCOMER_COUNT = 3;

/** Where the person was last; for who is new here, where to begin. */
export function RecentlyVisited() {
  const query = useRecentThings();
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

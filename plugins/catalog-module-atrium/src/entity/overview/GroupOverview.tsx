import {
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
  RELATION_PARENT_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { Link } from '@backstage/ui';
import { Section } from '@atrium/ui';
import { relationTargets } from '@atrium/common';
import { t } from '../../translation';
import { useEntitySummary } from '../hooks/useEntitySummary';
import { useEntitiesByRef } from '../hooks/useOwnersAndParents';
import { AboutSection } from './AboutSection';
import { ChangeList } from './ChangeList';
import { OverviewFrame } from './OverviewFrame';
import { PartsTable } from './PartsTable';
import { PeopleList } from './PeopleList';
import { SummaryTop } from './SummaryTop';
import { TeamCard } from './TeamCard';
import styles from './GroupOverview.module.css';

/** The page of a team; that of a department shows its teams side by side. */
export function GroupOverview({ cards }: EntityContentLayoutProps) {
  const { entity } = useEntity();
  const hrefOf = useEntityRefLink();
  const entityRef = stringifyEntityRef(entity);
  const query = useEntitySummary(entityRef);
  const { data } = query;
  const members = useEntitiesByRef(
    relationTargets(entity, RELATION_HAS_MEMBER),
  );
  const teamRefs = relationTargets(entity, RELATION_PARENT_OF);
  const above = useEntitiesByRef(relationTargets(entity, RELATION_CHILD_OF));
  return (
    <OverviewFrame
      cards={cards}
      summary={query}
      top={
        <>
          <SummaryTop entity={entity} query={query} tileCount={6} />
          {teamRefs.length > 0 && (
            <div hidden={query.isLoading}>
              <Teams teamRefs={teamRefs} />
            </div>
          )}
        </>
      }
      aside={
        <>
          <PeopleList people={members} />
          {above.length > 0 && (
            <Section title={t('groupOverview.partOf')}>
              {above.map(({ entityRef: ref, title }) => (
                <Link key={ref} href={hrefOf(ref)}>
                  {title}
                </Link>
              ))}
            </Section>
          )}
          <AboutSection entity={entity} />
        </>
      }
    >
      {data && (
        <>
          <PartsTable
            title={t('groupOverview.owns')}
            neighbours={data.neighbours}
            empty={t('groupOverview.itOwnsNothingYetA')}
            allHref={`/catalog?kind=all&owner=${encodeURIComponent(entityRef)}`}
            isPartOfList
          />
          <ChangeList
            changes={data.changes}
            changesUnavailable={data.changesUnavailable}
            baseHref={hrefOf(entity)}
          />
        </>
      )}
    </OverviewFrame>
  );
}

function Teams({ teamRefs }: { teamRefs: string[] }) {
  return (
    <Section
      title={t('groupOverview.teams', { teamRefsCount: teamRefs.length })}
    >
      <ul className={styles.teams}>
        {useEntitiesByRef(teamRefs).map(({ entityRef, title }) => (
          <li key={entityRef}>
            <TeamCard entityRef={entityRef} title={title} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

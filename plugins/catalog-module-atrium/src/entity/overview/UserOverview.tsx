import {
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { Link } from '@backstage/ui';
import { SafeLink, Section, textStyles } from '@atrium/ui';
import { relationTargets } from '@atrium/common';
import { t } from '../../translation';
import { toContacts } from '../facts/toContacts';
import { useEntitySummary } from '../hooks/useEntitySummary';
import {
  type RelatedEntity,
  useEntitiesByRef,
} from '../hooks/useOwnersAndParents';
import { AboutSection } from './AboutSection';
import { OverviewFrame } from './OverviewFrame';
import { PartsTable } from './PartsTable';
import { SummaryTop } from './SummaryTop';

/** The overview of a person: their teams, how to reach them, what they look after. */
export function UserOverview({ cards }: EntityContentLayoutProps) {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const query = useEntitySummary(entityRef);
  const { data } = query;
  const teams = useEntitiesByRef(relationTargets(entity, RELATION_MEMBER_OF));
  return (
    <OverviewFrame
      cards={cards}
      summary={query}
      top={<SummaryTop entity={entity} query={query} tileCount={5} />}
      aside={
        <>
          <TeamSection teams={teams} />
          <AboutSection entity={entity} />
        </>
      }
    >
      {data && (
        <PartsTable
          title={t('userOverview.owns')}
          neighbours={data.neighbours}
          empty={t('userOverview.nothingBelongsToThisPerson')}
          allHref={`/catalog?kind=all&owner=${encodeURIComponent(entityRef)}`}
          isPartOfList
        />
      )}
    </OverviewFrame>
  );
}

function TeamSection({ teams }: { teams: RelatedEntity[] }) {
  const hrefOf = useEntityRefLink();
  return (
    <Section title={t('userOverview.teams')}>
      {teams.length === 0 ? (
        <p className={textStyles.muted}>{t('userOverview.inNoTeam')}</p>
      ) : (
        teams.map(({ entityRef, title, entity }) => {
          const { chat } = entity ? toContacts(entity) : {};
          return (
            <p key={entityRef} className={textStyles.line}>
              <Link href={hrefOf(entityRef)}>{title}</Link>
              {chat && <SafeLink href={chat.url}>{chat.title}</SafeLink>}
            </p>
          );
        })
      )}
    </Section>
  );
}

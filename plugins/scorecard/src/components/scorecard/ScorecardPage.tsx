import { useParams } from 'react-router-dom';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { isBuiltInSource } from '@atrium/common';
import type { ScorecardDetails } from '@atrium/plugin-scorecard-common';
import {
  BackLink,
  formatDate,
  QueryState,
  SafeLink,
  textStyles,
  useAddressChoice,
  useDocumentTitle,
  ViewChoice,
  ViewSkeleton,
} from '@atrium/ui';
import { useScorecard } from '../../hooks/useScorecards';
import { editScorecardRouteRef, scorecardsRouteRef } from '../../routes';
import { t } from '../../translation';
import { EntityLinks } from '../shared/EntityLinks';
import { LevelBar } from '../shared/LevelBar';
import { ScoreFigure } from '../shared/ScoreFigure';
import { CheckTable } from './CheckTable';
import { Leaderboard } from './Leaderboard';
import { ScorecardReport } from './ScorecardReport';
import { ServiceList } from './ServiceList';
import { VersionList } from './VersionList';
import styles from './scorecard.module.css';

const VIEWS = [
  {
    id: 'services',
    get title() {
      return t('scorecardPage.services');
    },
  },
  {
    id: 'checks',
    get title() {
      return t('scorecardPage.checks');
    },
  },
  {
    id: 'report',
    get title() {
      return t('scorecardPage.overTime');
    },
  },
  {
    id: 'teams',
    get title() {
      return t('scorecardPage.teams');
    },
  },
  {
    id: 'versions',
    get title() {
      return t('scorecardPage.versions');
    },
  },
] as const;

/** One scorecard: how what it rates stands, its checks, and how it moved. */
export function ScorecardPage() {
  const { scorecard = '' } = useParams();
  const listHref = useRouteRef(scorecardsRouteRef)?.();
  return (
    <>
      {listHref && (
        <BackLink href={listHref}>{t('scorecardPage.allScorecards')}</BackLink>
      )}
      <QueryState
        query={useScorecard(scorecard)}
        loading={<ViewSkeleton height={400} />}
      >
        {details => <Details scorecard={details} />}
      </QueryState>
    </>
  );
}

function Details({ scorecard }: { scorecard: ScorecardDetails }) {
  const [view, setView] = useAddressChoice('view', VIEWS);
  useDocumentTitle('part', scorecard.title);
  return (
    <div className={styles.page}>
      <Header scorecard={scorecard} />
      <ViewChoice views={VIEWS} chosen={view.id} onChoose={setView} />
      <View id={view.id} scorecard={scorecard} />
    </div>
  );
}

interface ViewProps {
  id: (typeof VIEWS)[number]['id'];
  scorecard: ScorecardDetails;
}

function View({ id, scorecard }: ViewProps) {
  switch (id) {
    case 'services':
      return <ServiceList scorecard={scorecard} />;
    case 'checks':
      return <CheckTable scorecard={scorecard} />;
    case 'report':
      return <ScorecardReport scorecard={scorecard} />;
    case 'teams':
      return <Leaderboard scorecard={scorecard} />;
    case 'versions':
      return <VersionList scorecard={scorecard} />;
    default:
      return id satisfies never;
  }
}

function Header({ scorecard }: { scorecard: ScorecardDetails }) {
  const { title, description, ownerRef, levels, levelCounts } = scorecard;
  const { source, sourceUrl, version, publishedAt, reach } = scorecard;
  const facts = {
    entityLinks: <EntityLinks entityRefs={[ownerRef]} />,
    version,
    publishedAt: formatDate(publishedAt),
  };
  const editHref = useRouteRef(editScorecardRouteRef)?.({
    scorecard: scorecard.name,
  });
  return (
    <header className={styles.header}>
      <div className={styles.about}>
        <h2 className={styles.title}>{title}</h2>
        {description && <p className={textStyles.text}>{description}</p>}
        <p className={textStyles.muted}>
          {isBuiltInSource(source)
            ? t('scorecardPage.ownedByComesWithPortal', facts)
            : t('scorecardPage.ownedByVersionOf', {
                ...facts,
                link: <SafeLink href={sourceUrl}>{fileName(source)}</SafeLink>,
              })}{' '}
          {reach === 'owned' && t('scorecardPage.itRatesWhatItsOwner')}
        </p>
        {/* Others are part of how the portal is run. */}
        {sourceUrl && editHref && (
          <div>
            <ButtonLink variant="secondary" size="small" href={editHref}>
              {t('scorecardPage.edit')}
            </ButtonLink>
          </div>
        )}
      </div>
      <div className={styles.standing}>
        {levels.length > 0 && (
          <LevelBar scorecard={scorecard} counts={levelCounts} />
        )}
        <p className={textStyles.muted}>
          {t('scorecardPage.servicesAverageScore', {
            count: scorecard.entityCount,
            scoreFigure: <ScoreFigure score={scorecard.averageScore} />,
          })}
        </p>
      </div>
    </header>
  );
}

/** The end of the path: where it lies is behind the link. */
function fileName(source: string): string {
  return source.split('/').slice(-2).join('/');
}

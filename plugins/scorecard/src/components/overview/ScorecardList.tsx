import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { RiMedalLine } from '@remixicon/react';
import type {
  Scorecards,
  ScorecardSummary,
} from '@atrium/plugin-scorecard-common';
import {
  CsvButton,
  EmptyState,
  ListBar,
  QueryState,
  RelativeTime,
  textStyles,
  ViewSkeleton,
} from '@atrium/ui';
import { useReadCsv } from '../../hooks/useReadCsv';
import { useReport } from '../../hooks/useReport';
import { useScorecards } from '../../hooks/useScorecards';
import { scorecardRouteRef } from '../../routes';
import { t } from '../../translation';
import { EntityLinks } from '../shared/EntityLinks';
import { LevelBar } from '../shared/LevelBar';
import { ScoreFigure } from '../shared/ScoreFigure';
import { ScorecardProblems } from './ScorecardProblems';
import styles from './overview.module.css';

/** All scorecards: how what they rate stands, and what changed this week. */
export function ScorecardList() {
  return (
    <QueryState
      query={useScorecards()}
      isEmpty={({ items, problems }) =>
        items.length === 0 && problems.length === 0
      }
      empty={
        <EmptyState
          icon={<RiMedalLine />}
          title={t('scorecardList.noScorecardYet')}
          description={t('scorecardList.aScorecardIsAYaml')}
        />
      }
      loading={<ViewSkeleton height={320} />}
    >
      {data => <List {...data} />}
    </QueryState>
  );
}

function List({ items, problems }: Scorecards) {
  const readRows = useReadCsv('scorecards', {});
  return (
    <>
      {problems.length > 0 && <ScorecardProblems problems={problems} />}
      <ListBar summary={t('scorecardList.scorecards', { count: items.length })}>
        <CsvButton name="scorecards" readRows={readRows} />
      </ListBar>
      <ul className={styles.list} aria-label={t('scorecardList.scorecards2')}>
        {items.map(scorecard => (
          <li key={scorecard.name} className={styles.item}>
            <Item scorecard={scorecard} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Item({ scorecard }: { scorecard: ScorecardSummary }) {
  const { name, title, description, ownerRef, levels, levelCounts } = scorecard;
  const { entityCount, averageScore, checkCount, evaluatedAt } = scorecard;
  const href = useRouteRef(scorecardRouteRef)?.({ scorecard: name });
  return (
    <>
      <div className={styles.about}>
        <h2 className={textStyles.title}>
          {href ? <Link href={href}>{title}</Link> : title}
        </h2>
        {description && <p className={textStyles.text}>{description}</p>}
        <p className={textStyles.muted}>
          {t('scorecardList.checksOwnedBy', {
            count: checkCount,
            entityLinks: <EntityLinks entityRefs={[ownerRef]} />,
          })}
        </p>
      </div>
      <div className={styles.standing}>
        {levels.length > 0 && (
          <LevelBar scorecard={scorecard} counts={levelCounts} />
        )}
        <p className={textStyles.muted}>
          {evaluatedAt ? (
            <>
              {t('scorecardList.servicesEvaluated', {
                count: entityCount,
                relativeTime: <RelativeTime instant={evaluatedAt} />,
              })}
            </>
          ) : (
            t('scorecardList.notEvaluatedYet')
          )}
        </p>
      </div>
      <div className={styles.figures}>
        <span className={textStyles.muted}>
          {t('scorecardList.averageScore')}
        </span>
        <span className={styles.figure}>
          <ScoreFigure score={averageScore} />
        </span>
        <WeekChange scorecard={name} />
      </div>
    </>
  );
}

function WeekChange({ scorecard }: { scorecard: string }) {
  const { data } = useReport({ scorecard, weeks: 1 });
  if (!data) {
    return null;
  }
  const up = data.movers.filter(({ direction }) => direction === 'up').length;
  const down = data.movers.length - up;
  return (
    <span className={textStyles.muted}>
      {up + down === 0
        ? t('scorecardList.noLevelChangedThisWeek')
        : t('scorecardList.thisWeekUpDown', { up, down })}
    </span>
  );
}

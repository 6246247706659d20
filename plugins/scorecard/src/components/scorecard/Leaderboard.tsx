import type {
  ReportGroup,
  ScorecardDetails,
} from '@atrium/plugin-scorecard-common';
import {
  type DataColumn,
  DataTable,
  EmptyState,
  QueryState,
  Section,
  textStyles,
  ViewSkeleton,
} from '@atrium/ui';
import { useReport } from '../../hooks/useReport';
import { t } from '../../translation';
import { EntityLinks } from '../shared/EntityLinks';
import { ScoreFigure } from '../shared/ScoreFigure';
import { ScoreChange } from './ScoreChange';

const WEEKS = 12;

const COLUMNS: DataColumn<ReportGroup>[] = [
  {
    get title() {
      return t('leaderboard.team');
    },
    cell: ({ ref }) => <EntityLinks entityRefs={ref ? [ref] : []} />,
  },
  {
    get title() {
      return t('leaderboard.services');
    },
    isNumber: true,
    cell: ({ entityCount }) => entityCount,
  },
  {
    get title() {
      return t('leaderboard.score');
    },
    isNumber: true,
    cell: ({ averageScore }) => <ScoreFigure score={averageScore} />,
  },
];

/** Which teams improved; the others stand below by name, without a rank. */
export function Leaderboard({ scorecard }: { scorecard: ScorecardDetails }) {
  const query = useReport({
    scorecard: scorecard.name,
    groupBy: 'owner',
    weeks: WEEKS,
  });
  return (
    <QueryState query={query} loading={<ViewSkeleton height={320} />}>
      {({ groups, hiddenGroups }) => {
        const teams = groups.filter(({ ref }) => ref !== undefined);
        const improved = teams
          .filter(hasImproved)
          .sort((a, b) => (b.scoreChange ?? 0) - (a.scoreChange ?? 0));
        const others = teams.filter(team => !hasImproved(team));
        return (
          <>
            <Section title={t('leaderboard.improvedInWeeks', { weeks: WEEKS })}>
              {improved.length === 0 ? (
                <EmptyState title={t('leaderboard.noScoreHasRisenYet')} />
              ) : (
                <DataTable
                  label={t('leaderboard.teamsThatImprovedMostFirst')}
                  columns={[
                    ...COLUMNS,
                    {
                      title: t('leaderboard.improvedBy'),
                      isNumber: true,
                      cell: ({ scoreChange }) => (
                        <ScoreChange change={scoreChange} />
                      ),
                    },
                  ]}
                  items={improved}
                  keyOf={({ ref = '' }) => ref}
                />
              )}
            </Section>
            {others.length > 0 && (
              <Section title={t('leaderboard.otherTeamsByName')}>
                <DataTable
                  label={t('leaderboard.scoresOfOtherTeams')}
                  columns={COLUMNS}
                  items={others.sort((a, b) =>
                    (a.ref ?? '').localeCompare(b.ref ?? '', 'en'),
                  )}
                  keyOf={({ ref = '' }) => ref}
                />
              </Section>
            )}
            {hiddenGroups > 0 && (
              <p className={textStyles.muted}>
                {t('leaderboard.teamsAskedToBeLeft', { count: hiddenGroups })}
              </p>
            )}
          </>
        );
      }}
    </QueryState>
  );
}

/** What is written as no change is none. */
function hasImproved({ scoreChange = 0 }: ReportGroup): boolean {
  return Math.round(scoreChange * 1_000) > 0;
}

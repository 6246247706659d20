import { Skeleton } from '@backstage/ui';
import type {
  ReportGroup,
  ScorecardDetails,
} from '@atrium/plugin-scorecard-common';
import {
  countWords,
  type DataColumn,
  DataTable,
  EmptyState,
  QueryState,
  Section,
  textStyles,
} from '@atrium/ui';
import { useReport } from '../../hooks/useReport';
import { EntityLinks } from '../shared/EntityLinks';
import { ScoreFigure } from '../shared/ScoreFigure';
import { ScoreChange } from './ScoreChange';

const WEEKS = 12;

const COLUMNS: DataColumn<ReportGroup>[] = [
  {
    title: 'Team',
    cell: ({ ref }) => <EntityLinks entityRefs={ref ? [ref] : []} />,
  },
  {
    title: 'Services',
    isNumber: true,
    cell: ({ entityCount }) => entityCount,
  },
  {
    title: 'Score',
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
    <QueryState query={query} loading={<Skeleton width="100%" height={320} />}>
      {({ groups, hiddenGroups }) => {
        const teams = groups.filter(({ ref }) => ref !== undefined);
        const improved = teams
          .filter(hasImproved)
          .sort((a, b) => (b.scoreChange ?? 0) - (a.scoreChange ?? 0));
        const others = teams.filter(team => !hasImproved(team));
        return (
          <>
            <Section title={`Improved in ${WEEKS} weeks`}>
              {improved.length === 0 ? (
                <EmptyState title="No score has risen yet" />
              ) : (
                <DataTable
                  label="Teams that improved, most first"
                  columns={[
                    ...COLUMNS,
                    {
                      title: 'Improved by',
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
              <Section title="Other teams, by name">
                <DataTable
                  label="Scores of other teams"
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
                {countWords(hiddenGroups, 'team')} asked to be left out: the
                annotation atrium.dev/leaderboard of the group says hidden.
              </p>
            )}
          </>
        );
      }}
    </QueryState>
  );
}

/** Less than half a point is written as no change, so it is none. */
function hasImproved({ scoreChange = 0 }: ReportGroup): boolean {
  return Math.round(scoreChange * 100) > 0;
}

import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type {
  Mover,
  Report,
  ReportGroup,
  ScorecardDetails,
} from '@atrium/plugin-scorecard-common';
import {
  CsvButton,
  type DataColumn,
  DataTable,
  EmptyState,
  formatDate,
  levelColor,
  ListBar,
  QueryState,
  Section,
  StackedChart,
  StatusBadge,
  textStyles,
  useAddressChoice,
  ViewSkeleton,
} from '@atrium/ui';
import { useReadCsv } from '../../hooks/useReadCsv';
import { useReport } from '../../hooks/useReport';
import { countByLevel, levelOf, shownLevels } from '../../rating/levels';
import { t } from '../../translation';
import { EntityLinks } from '../shared/EntityLinks';
import { LevelBar } from '../shared/LevelBar';
import { ResultLink } from '../shared/ResultLink';
import { ScoreFigure } from '../shared/ScoreFigure';
import { ScoreChange } from './ScoreChange';

const WEEKS = 12;

const GROUPS = [
  {
    id: 'owner',
    get title() {
      return t('scorecardReport.byTeam');
    },
  },
  {
    id: 'system',
    get title() {
      return t('scorecardReport.bySystem');
    },
  },
] as const;

/** How a scorecard went over the weeks, by team and system, and who moved. */
export function ScorecardReport({
  scorecard,
}: {
  scorecard: ScorecardDetails;
}) {
  const [group, setGroup] = useAddressChoice('groups', GROUPS);
  const asked = {
    scorecard: scorecard.name,
    groupBy: group.id,
    weeks: WEEKS,
  };
  const query = useReport(asked);
  const readRows = useReadCsv('report', asked);
  const readMovers = useReadCsv('report', { ...asked, table: 'movers' });
  return (
    <QueryState query={query} loading={<ViewSkeleton height={400} />}>
      {report => (
        <>
          {scorecard.levels.length > 0 && (
            <Weeks scorecard={scorecard} report={report} />
          )}
          <Section
            title={t('scorecardReport.groups')}
            tools={
              <ToggleButtonGroup
                aria-label={t('scorecardReport.groups')}
                selectionMode="single"
                disallowEmptySelection
                selectedKeys={[group.id]}
                onSelectionChange={([id]) => setGroup(id)}
              >
                {GROUPS.map(({ id, title }) => (
                  <ToggleButton key={id} id={id} size="small">
                    {title}
                  </ToggleButton>
                ))}
              </ToggleButtonGroup>
            }
          >
            {report.groups.length === 0 ? (
              <EmptyState
                title={t('scorecardReport.ratesNothingYet')}
                description={t('entityScorecards.aScorecardSaysInIts')}
              />
            ) : (
              <>
                <ListBar
                  summary={t('scorecardReport.groups2', {
                    count: report.groups.length,
                  })}
                >
                  <CsvButton
                    name={`${scorecard.name}-by-${group.id}`}
                    readRows={readRows}
                  />
                </ListBar>
                <DataTable
                  label={group.title}
                  columns={groupColumns(scorecard)}
                  items={report.groups}
                  keyOf={({ ref = '' }) => ref}
                />
              </>
            )}
          </Section>
          <Section
            title={t('scorecardReport.changesOfLevel')}
            tools={
              report.movers.length > 0 && (
                <CsvButton
                  name={`${scorecard.name}-movers`}
                  readRows={readMovers}
                />
              )
            }
          >
            {report.movers.length === 0 ? (
              <EmptyState
                title={t('scorecardReport.noLevelChangedInWeeks', {
                  weeks: WEEKS,
                })}
              />
            ) : (
              <DataTable
                label={t('scorecardReport.changesOfLevelTheLatest')}
                columns={moverColumns(scorecard)}
                items={report.movers}
                keyOf={({ entityRef, at }) => `${entityRef} ${at}`}
              />
            )}
          </Section>
        </>
      )}
    </QueryState>
  );
}

function Weeks(props: { scorecard: ScorecardDetails; report: Report }) {
  const { scorecard, report } = props;
  return (
    <StackedChart
      title={t('scorecardReport.servicesByLevelWeekBy')}
      parts={shownLevels(scorecard).map(level => ({
        id: String(level.rank),
        label: level.title,
        color: levelColor(level.color),
      }))}
      points={report.weeks.map(({ at, levelCounts }) => ({
        label: formatDate(at).replace(/ \d{4}$/, ''),
        // A week of which nothing is known has no bar, rather than one of zeros.
        counts: Object.fromEntries(
          (levelCounts.length > 0
            ? countByLevel(scorecard, levelCounts)
            : []
          ).map(({ level, count }) => [String(level.rank), count]),
        ),
      }))}
    />
  );
}

function groupColumns(scorecard: ScorecardDetails): DataColumn<ReportGroup>[] {
  return [
    {
      title: t('scorecardReport.group'),
      cell: ({ ref }) => (
        <EntityLinks
          entityRefs={ref ? [ref] : []}
          none={t('scorecardReport.belongsToNone')}
        />
      ),
    },
    {
      title: t('scorecardReport.services'),
      isNumber: true,
      cell: ({ entityCount }) => entityCount,
    },
    {
      title: t('scorecardReport.levels'),
      cell: ({ levelCounts }) => (
        <LevelBar scorecard={scorecard} counts={levelCounts} isShort />
      ),
    },
    {
      title: t('scorecardReport.score'),
      isNumber: true,
      cell: ({ averageScore }) => <ScoreFigure score={averageScore} />,
    },
    {
      title: t('scorecardReport.inWeeks', { weeks: WEEKS }),
      isNumber: true,
      cell: ({ scoreChange }) => <ScoreChange change={scoreChange} />,
    },
  ];
}

function moverColumns(scorecard: ScorecardDetails): DataColumn<Mover>[] {
  return [
    {
      title: t('scorecardReport.service'),
      cell: mover => (
        <ResultLink result={{ ...mover, scorecard: scorecard.name }} />
      ),
    },
    {
      title: t('scorecardReport.change'),
      cell: ({ direction, from, to }) => (
        <StatusBadge status={direction === 'up' ? 'good' : 'warning'}>
          {direction === 'up'
            ? t('scorecardReport.up', {
                from: levelOf(scorecard, from).title,
                to: levelOf(scorecard, to).title,
              })
            : t('scorecardReport.down', {
                from: levelOf(scorecard, from).title,
                to: levelOf(scorecard, to).title,
              })}
        </StatusBadge>
      ),
    },
    { title: t('scorecardReport.on'), cell: ({ at }) => formatDate(at) },
    {
      title: t('scorecardReport.becauseOf'),
      cell: ({ checks }) =>
        checks.length > 0 ? (
          checks.join(', ')
        ) : (
          <span className={textStyles.muted}>
            {t('scorecardReport.aChangeOfTheScorecard')}
          </span>
        ),
    },
  ];
}

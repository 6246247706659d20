import type {
  EntityResult,
  ScorecardHistory,
} from '@atrium/plugin-scorecard-common';
import {
  CsvButton,
  EmptyState,
  QueryState,
  Section,
  StepChart,
  ViewSkeleton,
} from '@atrium/ui';
import { useReadCsv } from '../../hooks/useReadCsv';
import { useHistory } from '../../hooks/useReport';
import { NO_LEVEL, type ShownLevel } from '../../rating/levels';
import { t } from '../../translation';
import { OUTCOME_WORDS } from '../../words/outcomeWords';

const WEEKS = 12;

/** Props of {@link LevelHistory}. */
export interface LevelHistoryProps {
  result: EntityResult;
  levels: readonly ShownLevel[];
}

/** On which level an entity stood over the last weeks. */
export function LevelHistory({ result, levels }: LevelHistoryProps) {
  const { entityRef, scorecard, evaluatedAt } = result;
  const asked = { entityRef, scorecard, weeks: WEEKS };
  const query = useHistory(asked);
  const readRows = useReadCsv('history', asked);
  if (levels.length < 2) {
    return null;
  }
  return (
    <Section
      title={t('levelHistory.history')}
      tools={
        query.data &&
        query.data.items.length > 1 && (
          <CsvButton name={`${scorecard}-history`} readRows={readRows} />
        )
      }
    >
      <QueryState
        query={query}
        isEmpty={({ items }) => items.length < 2}
        empty={
          <EmptyState
            title={t('levelHistory.theLevelHasNotChanged')}
            description={t('levelHistory.eachChangeStandsHereWith')}
          />
        }
        loading={<ViewSkeleton height={160} />}
      >
        {({ items }) => (
          <StepChart
            title={t('levelHistory.levelOverWeeks', { weeks: WEEKS })}
            steps={levels.map(({ title }) => title)}
            unknownLabel={t('levelHistory.notRated')}
            to={evaluatedAt}
            points={items.map(point => ({
              at: point.at,
              step: stepOf(point, levels),
              note: changeWords(point),
            }))}
          />
        )}
      </QueryState>
    </Section>
  );
}

type HistoryPoint = ScorecardHistory['items'][number];

function stepOf(
  { isRated, level = NO_LEVEL.name }: HistoryPoint,
  levels: readonly ShownLevel[],
): number | undefined {
  if (!isRated) {
    return undefined;
  }
  const index = levels.findIndex(({ name }) => name === level);
  return index < 0 ? undefined : index;
}

function changeWords({ changedChecks }: HistoryPoint): string {
  const words: Record<string, string> = OUTCOME_WORDS;
  return changedChecks
    .map(({ title, outcome }) => `${title}: ${words[outcome] ?? outcome}`)
    .join('; ');
}

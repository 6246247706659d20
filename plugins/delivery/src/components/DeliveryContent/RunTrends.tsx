import { useState } from 'react';
import {
  formatDuration,
  formatPercent,
  formatShortDay,
  formatShortDuration,
  QueryState,
  toPeriod,
  TrendChart,
} from '@atrium/ui';
import type { RunTrend, RunTrendWeek } from '@atrium/plugin-delivery-common';
import { useRunTrends } from '../../hooks/useDelivery';
import { t } from '../../translation';
import styles from './RunTrends.module.css';

const TREND_DAYS = 90;

/** How long the busiest pipeline takes, and how often it fails, by week. */
export function RunTrends({ entityRef }: { entityRef: string }) {
  const [period] = useState(() => toPeriod({ days: TREND_DAYS }, new Date()));
  const query = useRunTrends({ entityRef, ...period });
  return (
    <QueryState query={query} isEmpty={trends => trends.length === 0}>
      {trends => <PipelineTrend trend={busiest(trends)} />}
    </QueryState>
  );
}

function PipelineTrend({ trend: { pipeline, weeks } }: { trend: RunTrend }) {
  const flaky = weeks.reduce((sum, week) => sum + week.flakyCommits, 0);
  const commits = weeks.reduce((sum, week) => sum + week.commits, 0);
  return (
    <div>
      <div className={styles.charts}>
        <TrendChart
          title={t('runTrends.medianDurationByWeek', { pipeline })}
          kind="line"
          isDuration
          formatValue={formatDuration}
          formatTick={formatShortDuration}
          points={weeks.map(week => ({
            label: labelOf(week),
            value: week.durationP50Seconds,
            note: t('runTrends.runs', { count: week.runs }),
          }))}
        />
        <TrendChart
          title={t('runTrends.failedRunsByWeek', { pipeline })}
          formatValue={formatPercent}
          points={weeks.map(week => ({
            label: labelOf(week),
            value: week.runs > 0 ? week.failedRuns / week.runs : undefined,
            note: t('runTrends.ofRuns', {
              failedRuns: week.failedRuns,
              count: week.runs,
            }),
          }))}
        />
      </div>
      <p className={styles.flaky}>
        {flaky === 0
          ? t('runTrends.noFlakyResultNoneOf', { count: commits })
          : t('runTrends.flakyOfCommitsBothFailed', { flaky, count: commits })}
      </p>
    </div>
  );
}

function labelOf({ weekStart }: RunTrendWeek): string {
  return formatShortDay(weekStart);
}

function busiest(trends: RunTrend[]): RunTrend {
  const runsOf = ({ weeks }: RunTrend) =>
    weeks.reduce((sum, { runs }) => sum + runs, 0);
  return trends.reduce((best, trend) =>
    runsOf(trend) > runsOf(best) ? trend : best,
  );
}

import {
  EmptyState,
  QueryState,
  Section,
  TilesSkeleton,
  ViewSkeleton,
} from '@atrium/ui';
import { Skeleton } from '@backstage/ui';
import { RiMoneyEuroCircleLine } from '@remixicon/react';
import { countDays } from '../../days/costDays';
import { useCostSeries } from '../../hooks/useCost';
import { useCostEvents } from '../../hooks/useCostEvents';
import { t } from '../../translation';
import { seriesTitle } from '../../words/seriesTitle';
import { CostChart } from '../shared/CostChart';
import { FreshnessLine } from '../shared/FreshnessLine';
import styles from '../shared/shared.module.css';
import { SummaryTiles } from '../shared/SummaryTiles';
import { WhyItChanged } from '../shared/WhyItChanged';
import { Breakdown } from './Breakdown';
import { FilterChips } from './FilterChips';
import { type CostViewState, useCostView } from './useCostView';
import { ViewBar } from './ViewBar';

/** More bars than this are told apart by the month. */
const MAX_DAYS = 92;

/** What the organisation, a team or a system costs, and what it is made of. */
export function CostOverview() {
  const state = useCostView();
  const { view, entityRef, summary } = state;
  const isMonth = view.period === 'month';
  const isNarrowed = Object.values(state.filters).some(Boolean);
  return (
    <div className={styles.page}>
      <ViewBar state={state} />
      <FilterChips state={state} />
      <QueryState
        query={summary}
        isEmpty={({ isMeasured }) => !isMeasured}
        empty={
          <EmptyState
            icon={<RiMoneyEuroCircleLine />}
            title={t('costOverview.noChargesYet')}
            description={t('costOverview.costIsHereOnceThe')}
          />
        }
        loading={
          <>
            <div className={styles.freshness}>
              <Skeleton width="min(100%, 560px)" height={20} />
              <Skeleton width="min(100%, 400px)" height={20} />
            </div>
            {isMonth && !isNarrowed && (
              <TilesSkeleton className={styles.tiles} count={2} />
            )}
            <ViewSkeleton height={560} />
          </>
        }
      >
        {data => (
          <>
            <FreshnessLine {...data} />
            {isMonth && !isNarrowed && <SummaryTiles summary={data} />}
            <Breakdown state={state} />
            <OverTime state={state} />
            {isMonth && !isNarrowed && (
              <WhyItChanged entityRef={entityRef} metric={view.metric} />
            )}
          </>
        )}
      </QueryState>
    </div>
  );
}

function OverTime({ state }: { state: CostViewState }) {
  const { view, query, days, entityRef } = state;
  const granularity = countDays(days) > MAX_DAYS ? 'month' : 'day';
  const series = useCostSeries({ ...query, groupBy: view.by, granularity });
  const { events, error } = useCostEvents(entityRef, days);
  return (
    <Section title={t('costOverview.overTime')}>
      <QueryState
        query={series}
        isEmpty={({ series: parts }) => parts.length === 0}
        empty={<EmptyState title={t('costOverview.noChargesInThisPeriod')} />}
        loading={<ViewSkeleton height={250} />}
      >
        {data => (
          <CostChart
            title={seriesTitle(granularity, view.by)}
            series={data}
            by={view.by}
            events={events}
            eventsError={error}
          />
        )}
      </QueryState>
    </Section>
  );
}

import type { CostMetric, CostSummary } from '@atrium/plugin-cost-common';
import {
  EmptyState,
  QueryState,
  Section,
  useAddressChoice,
  ViewChoice,
  ViewSkeleton,
} from '@atrium/ui';
import {
  addDays,
  addMonths,
  type Days,
  startOfMonth,
} from '../../days/costDays';
import { isZero } from '../../money/amounts';
import { useCostSeries } from '../../hooks/useCost';
import { useCostEvents } from '../../hooks/useCostEvents';
import { t } from '../../translation';
import { DIMENSION_WORDS } from '../../words/dimensionWords';
import { seriesTitle } from '../../words/seriesTitle';
import { CostChart } from '../shared/CostChart';

const GROUPS = (['service', 'serviceCategory', 'chargeCategory'] as const).map(
  id => ({
    id,
    get title() {
      return DIMENSION_WORDS[id];
    },
  }),
);

const RANGES = [
  {
    id: '30d',
    get title() {
      return t('entitySeries.n30Days');
    },
  },
  {
    id: '90d',
    get title() {
      return t('entitySeries.n90Days');
    },
  },
  {
    id: '13m',
    get title() {
      return t('entitySeries.n13Months');
    },
  },
] as const;

/** Props of {@link EntitySeries}. */
export interface EntitySeriesProps {
  entityRef: string;
  metric: CostMetric;
  summary: CostSummary;
}

/** Cost day by day or month by month, and what it is made of. */
export function EntitySeries(props: EntitySeriesProps) {
  const { entityRef, metric, summary } = props;
  const [group, setGroup] = useAddressChoice('by', GROUPS);
  const [range, setRange] = useAddressChoice('range', RANGES);
  const days = daysOf(range.id, summary);
  const granularity = range.id === '13m' ? 'month' : 'day';
  const series = useCostSeries({
    entityRef,
    metric,
    ...days,
    groupBy: group.id,
    granularity,
  });
  const { events, error } = useCostEvents(entityRef, days);
  return (
    <Section
      title={t('entitySeries.overTime')}
      tools={
        <>
          <ViewChoice
            label={t('entitySeries.breakDownBy')}
            views={GROUPS}
            chosen={group.id}
            onChoose={setGroup}
          />
          <ViewChoice
            label={t('entitySeries.period')}
            views={RANGES}
            chosen={range.id}
            onChoose={setRange}
          />
        </>
      }
    >
      <QueryState
        query={series}
        isEmpty={({ series: parts }) =>
          parts.every(({ amounts }) =>
            amounts.every(amount => amount === null || isZero(amount)),
          )
        }
        empty={
          <EmptyState
            title={t('entitySeries.noChargesInThisPeriod')}
            description={t('entitySeries.chooseALongerOne')}
          />
        }
        loading={<ViewSkeleton height={250} />}
      >
        {data => (
          <CostChart
            title={seriesTitle(granularity, group.id)}
            series={data}
            by={group.id}
            events={events}
            eventsError={error}
          />
        )}
      </QueryState>
    </Section>
  );
}

/** Up to and with the last day of the month that is told about so far. */
function daysOf(
  range: (typeof RANGES)[number]['id'],
  { period }: CostSummary,
): Days {
  const to = period.to;
  switch (range) {
    case '30d':
      return { from: addDays(to, -30), to };
    case '90d':
      return { from: addDays(to, -90), to };
    case '13m':
      return { from: addMonths(startOfMonth(addDays(to, -1)), -12), to };
    default:
      return range;
  }
}

import { DateRangePicker, Select } from '@backstage/ui';
import { parseDate } from '@internationalized/date';
import { costDimensionSchema } from '@atrium/plugin-cost-common';
import {
  FilterRow,
  formatMonth,
  inSentence,
  textStyles,
  useEntityTitles,
} from '@atrium/ui';
import {
  addDays,
  addMonths,
  daysWords,
  startOfMonth,
} from '../../days/costDays';
import { useScopeOptions } from '../../hooks/useScopeOptions';
import { t } from '../../translation';
import { DIMENSION_WORDS } from '../../words/dimensionWords';
import { METRIC_WORDS } from '../../words/metricWords';
import styles from './overview.module.css';
import { type CostViewState, MINE } from './useCostView';

const ALL = 'all';

const TIMES_OF_DAYS = [
  {
    value: '30d',
    get label() {
      return t('viewBar.last30Days');
    },
  },
  {
    value: '90d',
    get label() {
      return t('viewBar.last90Days');
    },
  },
  {
    value: '12m',
    get label() {
      return t('viewBar.last12Months');
    },
  },
  {
    value: 'custom',
    get label() {
      return t('viewBar.fromTo');
    },
  },
];

const COMPARISONS = [
  {
    value: 'before',
    get label() {
      return t('viewBar.comparedWithPeriodBefore');
    },
  },
  {
    value: 'year',
    get label() {
      return t('viewBar.comparedWithLastYear');
    },
  },
  {
    value: 'custom',
    get label() {
      return t('viewBar.comparedWithOtherDays');
    },
  },
  {
    value: 'none',
    get label() {
      return t('viewBar.noComparison');
    },
  },
];

/** Props of {@link ViewBar}. */
export interface ViewBarProps {
  state: CostViewState;
}

/** Whose cost is shown, of which time, and how it is taken apart. */
export function ViewBar({ state }: ViewBarProps) {
  const { view, change, today, days, comparison } = state;
  return (
    <div className={styles.view}>
      <FilterRow>
        <ScopeSelect state={state} />
        <Select
          aria-label={t('viewBar.time')}
          size="small"
          options={[...monthOptions(state), ...TIMES_OF_DAYS]}
          value={view.period}
          onChange={period =>
            change({
              period: String(period),
              from: days.from,
              to: addDays(days.to, -1),
              ...(period !== 'custom' && { from: undefined, to: undefined }),
            })
          }
        />
        <Select
          aria-label={t('viewBar.comparedWith')}
          size="small"
          options={COMPARISONS}
          value={view.compare}
          onChange={compare =>
            change({
              compare: String(compare),
              compareFrom: compare === 'custom' ? comparison?.from : undefined,
              compareTo:
                compare === 'custom' && comparison
                  ? addDays(comparison.to, -1)
                  : undefined,
            })
          }
        />
        <Select
          aria-label={t('viewBar.breakDownBy')}
          size="small"
          options={costDimensionSchema.options.map(value => ({
            value,
            label: t('viewBar.by', {
              dimension: inSentence(DIMENSION_WORDS[value]),
            }),
          }))}
          value={view.by}
          onChange={by => change({ by: String(by) })}
        />
        <Select
          aria-label={t('viewBar.costMetric')}
          size="small"
          options={Object.entries(METRIC_WORDS).map(([value, { cost }]) => ({
            value,
            label: cost,
          }))}
          value={view.metric}
          onChange={metric => change({ metric: String(metric) })}
        />
      </FilterRow>
      {(view.period === 'custom' || view.compare === 'custom') && (
        <div className={styles.ranges}>
          {view.period === 'custom' && (
            <DayRange
              label={t('viewBar.days')}
              from={days.from}
              to={addDays(days.to, -1)}
              today={today}
              onChange={(from, to) => change({ from, to })}
            />
          )}
          {view.compare === 'custom' && (
            <DayRange
              label={t('viewBar.daysToCompareWith')}
              from={comparison?.from}
              to={comparison && addDays(comparison.to, -1)}
              today={today}
              onChange={(from, to) =>
                change({ compareFrom: from, compareTo: to })
              }
            />
          )}
        </div>
      )}
      <p className={textStyles.muted}>
        {METRIC_WORDS[view.metric].meaning}{' '}
        {comparison
          ? t('viewBar.daysAgainst', {
              days: daysWords(days),
              comparison: daysWords(comparison),
            })
          : t('viewBar.daysAlone', { days: daysWords(days) })}
      </p>
    </div>
  );
}

/** Months by their names where this month has no day to show yet. */
function monthOptions({ latestMonth, today }: CostViewState) {
  const isThisMonth = latestMonth === startOfMonth(today);
  const nameOf = (day: string) => formatMonth(day.slice(0, 7));
  return [
    {
      value: 'month',
      label: isThisMonth ? t('viewBar.thisMonth') : nameOf(latestMonth),
    },
    {
      value: 'last-month',
      label: isThisMonth
        ? t('viewBar.lastMonth')
        : nameOf(addMonths(latestMonth, -1)),
    },
  ];
}

function ScopeSelect({ state }: ViewBarProps) {
  const { scope, maySeeAll, change } = state;
  const options = [
    ...(maySeeAll
      ? [{ value: ALL, label: t('viewBar.wholeOrganisation') }]
      : []),
    { value: MINE, label: t('viewBar.myTeams') },
    ...useScopeOptions(),
  ];
  const isListed =
    scope === undefined || options.some(({ value }) => value === scope);
  const titles = useEntityTitles(isListed ? [] : [scope]);
  return (
    <Select
      aria-label={t('viewBar.scope')}
      size="small"
      search
      options={[
        ...options,
        ...(isListed
          ? []
          : [{ value: scope, label: titles.get(scope) ?? scope }]),
      ]}
      value={scope ?? ALL}
      onChange={chosen =>
        change({
          // Without a scope it is all, for those who may see it.
          scope: chosen === ALL ? undefined : String(chosen),
        })
      }
    />
  );
}

function DayRange(props: {
  label: string;
  from: string | undefined;
  to: string | undefined;
  today: string;
  onChange(from: string, to: string): void;
}) {
  const { label, from, to, today, onChange } = props;
  return (
    <DateRangePicker
      aria-label={label}
      size="small"
      value={from && to ? { start: parseDate(from), end: parseDate(to) } : null}
      maxValue={parseDate(today)}
      onChange={range =>
        range && onChange(String(range.start), String(range.end))
      }
    />
  );
}

import { DateRangePicker, Select } from '@backstage/ui';
import { parseDate } from '@internationalized/date';
import {
  type CostDimension,
  costDimensionSchema,
} from '@atrium/plugin-cost-common';
import { FilterRow, textStyles, useEntityTitles } from '@atrium/ui';
import { addDays, daysWords } from '../../days/costDays';
import { useScopeOptions } from '../../hooks/useScopeOptions';
import { DIMENSION_WORDS } from '../../words/dimensionWords';
import { METRIC_WORDS } from '../../words/metricWords';
import styles from './overview.module.css';
import { type CostViewState, MINE } from './useCostView';

const ALL = 'all';

const PERIODS = [
  { value: 'month', label: 'This month' },
  { value: 'last-month', label: 'Last month' },
  { value: '30d', label: 'Last 30 days' },
  { value: '90d', label: 'Last 90 days' },
  { value: '12m', label: 'Last 12 months' },
  { value: 'custom', label: 'From … to …' },
];

const COMPARISONS = [
  { value: 'before', label: 'Compared with period before' },
  { value: 'year', label: 'Compared with last year' },
  { value: 'custom', label: 'Compared with other days' },
  { value: 'none', label: 'No comparison' },
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
          aria-label="Time"
          size="small"
          options={PERIODS}
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
          aria-label="Compared with"
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
          aria-label="Break down by"
          size="small"
          options={costDimensionSchema.options.map(value => ({
            value,
            label: `By ${words(value)}`,
          }))}
          value={view.by}
          onChange={by => change({ by: String(by) })}
        />
        <Select
          aria-label="Cost metric"
          size="small"
          options={Object.entries(METRIC_WORDS).map(([value, { title }]) => ({
            value,
            label: `${title} cost`,
          }))}
          value={view.metric}
          onChange={metric => change({ metric: String(metric) })}
        />
      </FilterRow>
      {(view.period === 'custom' || view.compare === 'custom') && (
        <div className={styles.ranges}>
          {view.period === 'custom' && (
            <DayRange
              label="Days"
              from={days.from}
              to={addDays(days.to, -1)}
              today={today}
              onChange={(from, to) => change({ from, to })}
            />
          )}
          {view.compare === 'custom' && (
            <DayRange
              label="Days to compare with"
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
        {METRIC_WORDS[view.metric].meaning} {daysWords(days)}
        {comparison && `, against ${daysWords(comparison)}`}.
      </p>
    </div>
  );
}

function ScopeSelect({ state }: ViewBarProps) {
  const { scope, maySeeAll, change } = state;
  const options = [
    ...(maySeeAll ? [{ value: ALL, label: 'Whole organisation' }] : []),
    { value: MINE, label: 'My teams' },
    ...useScopeOptions(),
  ];
  const isListed =
    scope === undefined || options.some(({ value }) => value === scope);
  const titles = useEntityTitles(isListed ? [] : [scope]);
  return (
    <Select
      aria-label="Scope"
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

function words(dimension: CostDimension): string {
  return DIMENSION_WORDS[dimension].toLocaleLowerCase('en');
}

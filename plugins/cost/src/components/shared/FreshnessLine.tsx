import {
  formatDay,
  formatMoney,
  formatPercent,
  formatShortDay,
  formatShortMonth,
  RelativeTime,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import type {
  CostFreshness,
  CostMetric,
  CostSummary,
} from '@atrium/plugin-cost-common';
import { addDays } from '../../days/costDays';
import { METRIC_WORDS } from '../../words/metricWords';
import styles from './shared.module.css';

/** Props of {@link FreshnessLine}. */
export interface FreshnessLineProps {
  freshness: CostFreshness;
  metric: CostMetric;
  currency: string;
  coverage?: CostSummary['coverage'];
}

/** How far what is shown can be trusted. */
export function FreshnessLine(props: FreshnessLineProps) {
  const { freshness, metric, currency, coverage } = props;
  const { completeUntil, importedAt, silentSources, unconverted, rates } =
    freshness;
  const which = METRIC_WORDS[metric].title.toLocaleLowerCase('en');
  return (
    <div className={styles.freshness}>
      <p className={textStyles.muted}>
        {completeUntil
          ? `Charges until ${formatShortDay(addDays(completeUntil, -1))}`
          : 'No day has the charges of all sources yet'}
        {importedAt && (
          <>
            {' · imported '}
            <RelativeTime instant={importedAt} />
          </>
        )}
        {` · ${which} cost in ${currency}`}
        {coverage !== undefined &&
          ` · rules allocate ${formatPercent(
            coverage,
          )} of what everybody costs`}
      </p>
      {silentSources.map(({ source, lastDay, isWaitedFor }) => (
        <p key={source} className={textStyles.line}>
          <StatusBadge status="warning">
            {isWaitedFor ? `Waiting for ${source}` : `Without ${source}`}
          </StatusBadge>
          <span className={textStyles.muted}>
            {`Nothing has come from it since ${formatDay(lastDay)}${
              isWaitedFor
                ? ', so later days are not complete'
                : ': its charges are missing from later days'
            }`}
          </span>
        </p>
      ))}
      {rates.length > 0 && (
        <p className={textStyles.muted}>
          Converted at{' '}
          {rates
            .map(
              ({ currency: from, month, rate, rateMonth }) =>
                `${rate} ${currency} per ${from} in ${formatShortMonth(month)}${
                  rateMonth === month
                    ? ''
                    : ` (rate of ${formatShortMonth(rateMonth)})`
                }`,
            )
            .join(', ')}
        </p>
      )}
      {unconverted.length > 0 && (
        <p className={textStyles.line}>
          <StatusBadge status="warning">Not in any sum</StatusBadge>
          <span className={textStyles.muted}>
            {unconverted.map(formatMoney).join(' and ')}, as there is no
            exchange rate for {unconverted.length === 1 ? 'it' : 'them'}
          </span>
        </p>
      )}
    </div>
  );
}

import {
  formatDay,
  formatDecimal,
  formatList,
  formatMoney,
  formatShare,
  formatShortDay,
  formatShortMonth,
  inSentence,
  RelativeTime,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import type {
  CostFreshness,
  CostMetric,
  CostSummary,
  SilentSource,
} from '@atrium/plugin-cost-common';
import { addDays } from '../../days/costDays';
import { t } from '../../translation';
import { METRIC_WORDS } from '../../words/metricWords';
import styles from './shared.module.css';

type Rate = CostFreshness['rates'][number];

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
  return (
    <div className={styles.freshness}>
      <p className={textStyles.muted}>
        {completeUntil
          ? t('freshnessLine.chargesUntil', {
              day: formatShortDay(addDays(completeUntil, -1)),
            })
          : t('freshnessLine.noDayHasTheCharges')}
        {importedAt && (
          <>
            {' · '}
            {t('freshnessLine.imported', {
              time: <RelativeTime instant={importedAt} />,
            })}
          </>
        )}
        {' · '}
        {t('freshnessLine.costIn', {
          cost: inSentence(METRIC_WORDS[metric].cost),
          currency,
        })}
        {coverage !== undefined && (
          <>
            {' · '}
            {t('freshnessLine.rulesAllocateOfWhat', {
              coverage: formatShare(coverage),
            })}
          </>
        )}
      </p>
      {bySilence(silentSources).map(([{ lastDay, isWaitedFor }, names]) => (
        <p key={names} className={textStyles.line}>
          <StatusBadge status="warning">
            {isWaitedFor
              ? t('freshnessLine.waitingFor', { source: names })
              : t('freshnessLine.without', { source: names })}
          </StatusBadge>
          <span className={textStyles.muted}>
            {isWaitedFor
              ? t('freshnessLine.nothingSinceIncomplete', {
                  day: formatDay(lastDay),
                })
              : t('freshnessLine.nothingSinceMissing', {
                  day: formatDay(lastDay),
                })}
          </span>
        </p>
      ))}
      {rates.length > 0 && (
        <p className={textStyles.muted}>
          {t('freshnessLine.convertedAt', {
            rates: byRate(rates)
              .map(months => rateWords(months, currency))
              .join(', '),
          })}
        </p>
      )}
      {unconverted.length > 0 && (
        <p className={textStyles.line}>
          <StatusBadge status="warning">
            {t('freshnessLine.notInAnySum')}
          </StatusBadge>
          <span className={textStyles.muted}>
            {t('freshnessLine.noExchangeRate', {
              count: unconverted.length,
              amounts: formatList(unconverted.map(formatMoney)),
            })}
          </span>
        </p>
      )}
    </div>
  );
}

/** Sources that are silent since the same day, and what they are called together. */
function bySilence(sources: SilentSource[]): [SilentSource, string][] {
  const groups = Map.groupBy(
    sources,
    ({ lastDay, isWaitedFor }) => `${lastDay} ${isWaitedFor}`,
  );
  return [...groups.values()].map(group => [
    group[0],
    formatList(group.map(({ source }) => source)),
  ]);
}

/** Months that are converted by one rate. */
function byRate(rates: Rate[]): Rate[][] {
  const groups = Map.groupBy(
    rates,
    ({ currency, rate, rateMonth }) => `${currency} ${rate} ${rateMonth}`,
  );
  return [...groups.values()];
}

function rateWords(months: Rate[], currency: string): string {
  const [{ currency: from, rate, rateMonth }] = months;
  const values = {
    rate: formatDecimal(rate),
    currency,
    from,
    month: formatList(months.map(({ month }) => formatShortMonth(month))),
  };
  return months.every(({ month }) => month === rateMonth)
    ? t('freshnessLine.rate', values)
    : t('freshnessLine.rateOfMonth', {
        ...values,
        rateMonth: formatShortMonth(rateMonth),
      });
}

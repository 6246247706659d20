import type { ReactNode } from 'react';
import {
  formatMonthName,
  formatShare,
  formatRoundMoney,
  MoneyText,
  NumberTile,
  StatusBadge,
} from '@atrium/ui';
import type { CostSummary } from '@atrium/plugin-cost-common';
import { isZero } from '../../money/amounts';
import { shareOf } from '../../money/shareOf';
import { t } from '../../translation';
import {
  isMonthOver,
  monthChangeWords,
  monthWords,
} from '../../words/monthWords';
import { BUDGET_WORDS } from '../../words/stateWords';
import { BudgetBar } from './BudgetBar';
import styles from './shared.module.css';

/** Props of {@link SummaryTiles}. */
export interface SummaryTilesProps {
  summary: CostSummary;
  /** Changes the budget, or says who can. */
  budgetAction?: ReactNode;
}

/** What a month costs so far, what is expected, and what it may cost. */
export function SummaryTiles(props: SummaryTilesProps) {
  const { summary } = props;
  const { currency, monthToDate } = summary;
  return (
    <div className={styles.tiles}>
      <NumberTile
        label={monthWords(summary)}
        value={<MoneyText amount={monthToDate} currency={currency} />}
        detail={monthChangeWords(summary)}
      />
      {!isMonthOver(summary) && <ForecastTile summary={summary} />}
      <BudgetTile {...props} />
      <OriginTile summary={summary} />
    </div>
  );
}

function ForecastTile({ summary }: SummaryTilesProps) {
  const { currency, month, forecast, noForecastReason } = summary;
  const label = t('summaryTiles.forecastFor', {
    month: formatMonthName(month),
  });
  if (!forecast) {
    return (
      <NumberTile
        label={label}
        value={t('summaryTiles.none')}
        detail={noForecastReason}
      />
    );
  }
  const [low, high] = [forecast.low, forecast.high].map(amount =>
    formatRoundMoney({ amount, currency }),
  );
  return (
    <NumberTile
      label={label}
      value={<MoneyText amount={forecast.amount} currency={currency} />}
      detail={
        <>
          {t('summaryTiles.to', { low, high })}
          <details className={styles.basis}>
            <summary>{t('summaryTiles.howItIsForecast')}</summary>
            {forecast.basis}
          </details>
        </>
      }
    />
  );
}

/** What a month may cost, and where spending stands against it. */
export function BudgetTile({ summary, budgetAction }: SummaryTilesProps) {
  const { currency, budget, entityRef, metric } = summary;
  if (!budget) {
    return entityRef === undefined ? null : (
      <NumberTile
        label={t('summaryTiles.budget')}
        value={t('summaryTiles.noBudget')}
        detail={budgetAction ?? t('summaryTiles.setOneOnItsPage')}
      />
    );
  }
  const { status, text } = BUDGET_WORDS[budget.state];
  return (
    <NumberTile
      label={t('summaryTiles.budget')}
      value={<MoneyText amount={budget.amount} currency={currency} />}
      status={status}
      detail={
        <span className={styles.budget}>
          <BudgetBar {...budget} />
          <StatusBadge status={status}>{text}</StatusBadge>
          <span>
            {budget.forecastRatio === undefined
              ? t('summaryTiles.used', {
                  usedRatio: formatShare(budget.usedRatio),
                })
              : t('summaryTiles.usedAndExpected', {
                  usedRatio: formatShare(budget.usedRatio),
                  forecastRatio: formatShare(budget.forecastRatio),
                })}
          </span>
          {metric !== 'effective' && (
            <span>{t('summaryTiles.countsEffectiveCost')}</span>
          )}
          {budgetAction ?? <span>{budget.source}</span>}
        </span>
      }
    />
  );
}

/** What is an entity's alone; of the organisation, what nobody has. */
function OriginTile({ summary }: SummaryTilesProps) {
  const { currency, entityRef, monthToDate, direct, shared } = summary;
  if (entityRef === undefined) {
    const { unallocated } = summary;
    if (unallocated === undefined) {
      return null;
    }
    const part = shareOf(unallocated, monthToDate);
    return (
      <NumberTile
        label={t('summaryTiles.unallocated')}
        value={<MoneyText amount={unallocated} currency={currency} />}
        status={isZero(unallocated) ? 'good' : 'warning'}
        detail={
          isZero(unallocated)
            ? t('summaryTiles.rulesGiveAllOfIt')
            : unallocatedWords(part)
        }
      />
    );
  }
  const share = shareOf(shared, monthToDate);
  return (
    <NumberTile
      label={t('summaryTiles.itsOwn')}
      value={<MoneyText amount={direct} currency={currency} />}
      detail={
        isZero(shared) ? (
          t('summaryTiles.itHasNoPartOf')
        ) : (
          <>
            {t('summaryTiles.moreIsItsPartOf', {
              amount: <MoneyText amount={shared} currency={currency} />,
            })}
            {share !== undefined && ` (${formatShare(share)})`}
          </>
        )
      }
    />
  );
}

function unallocatedWords(part: number | undefined): string {
  return part === undefined
    ? t('summaryTiles.thisIsUnallocated')
    : t('summaryTiles.partIsUnallocated', { part: formatShare(part) });
}

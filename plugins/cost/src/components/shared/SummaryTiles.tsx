import {
  formatPercent,
  formatRoundMoney,
  MoneyText,
  NumberTile,
  StatusBadge,
} from '@atrium/ui';
import {
  type CostSummary,
  MONTHLY_BUDGET_ANNOTATION,
} from '@atrium/plugin-cost-common';
import { addMonths, monthName } from '../../days/costDays';
import { isZero } from '../../money/amounts';
import { costChange } from '../../money/costChange';
import { shareOf } from '../../money/shareOf';
import { changeWords } from '../../words/changeWords';
import { BUDGET_WORDS } from '../../words/stateWords';
import { BudgetBar } from './BudgetBar';
import styles from './shared.module.css';

/** Props of {@link SummaryTiles}. */
export interface SummaryTilesProps {
  summary: CostSummary;
}

/** What a month costs so far, what is expected, and what it may cost. */
export function SummaryTiles({ summary }: SummaryTilesProps) {
  const { currency, month, monthToDate } = summary;
  return (
    <div className={styles.tiles}>
      <NumberTile
        label={`${monthName(month)} to date`}
        value={<MoneyText amount={monthToDate} currency={currency} />}
        detail={monthChangeWords(summary)}
      />
      <ForecastTile summary={summary} />
      <BudgetTile summary={summary} />
      <OriginTile summary={summary} />
    </div>
  );
}

/** How a month so far compares with the one before. */
export function monthChangeWords(summary: CostSummary): string {
  const { currency, month, monthToDate, sameDaysLastMonth } = summary;
  const before = monthName(addMonths(`${month}-01`, -1).slice(0, 7));
  return sameDaysLastMonth === undefined
    ? `Not enough charges of ${before} to compare with`
    : changeWords(costChange(sameDaysLastMonth, monthToDate), {
        currency,
        than: `the same days of ${before}`,
      });
}

function ForecastTile({ summary }: SummaryTilesProps) {
  const { currency, month, forecast, noForecastReason } = summary;
  const label = `Forecast for ${monthName(month)}`;
  if (!forecast) {
    return <NumberTile label={label} value="None" detail={noForecastReason} />;
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
          {low} to {high}
          <details className={styles.basis}>
            <summary>How it is forecast</summary>
            {forecast.basis}
          </details>
        </>
      }
    />
  );
}

function BudgetTile({ summary }: SummaryTilesProps) {
  const { currency, budget, entityRef } = summary;
  if (!budget) {
    return entityRef === undefined ? null : (
      <NumberTile
        label="Budget"
        value="None"
        detail={
          <>
            Set one in catalog-info.yaml by the annotation{' '}
            <code>{MONTHLY_BUDGET_ANNOTATION}</code>
          </>
        }
      />
    );
  }
  const { status, text } = BUDGET_WORDS[budget.state];
  return (
    <NumberTile
      label="Budget"
      value={<MoneyText amount={budget.amount} currency={currency} />}
      status={status}
      detail={
        <span className={styles.budget}>
          <BudgetBar {...budget} />
          <StatusBadge status={status}>{text}</StatusBadge>
          <span>
            {formatPercent(budget.usedRatio)} used
            {budget.forecastRatio !== undefined &&
              `, ${formatPercent(budget.forecastRatio)} expected`}
          </span>
          <span>{budget.source}</span>
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
        label="Unallocated"
        value={<MoneyText amount={unallocated} currency={currency} />}
        status={isZero(unallocated) ? 'good' : 'warning'}
        detail={
          isZero(unallocated)
            ? 'Rules give all of it to somebody'
            : `${
                part === undefined ? 'This' : formatPercent(part)
              } is unallocated: no rule assigns it`
        }
      />
    );
  }
  const share = shareOf(shared, monthToDate);
  return (
    <NumberTile
      label="Its own"
      value={<MoneyText amount={direct} currency={currency} />}
      detail={
        isZero(shared) ? (
          'It has no part of shared cost'
        ) : (
          <>
            <MoneyText amount={shared} currency={currency} /> more is its part
            of shared cost{share !== undefined && ` (${formatPercent(share)})`}
          </>
        )
      }
    />
  );
}

import type { BudgetState } from '@atrium/plugin-cost-common';
import { formatShare, toCssPercent } from '@atrium/ui';
import { t } from '../../translation';
import styles from './BudgetBar.module.css';

/** Props of {@link BudgetBar}. */
export interface BudgetBarProps {
  usedRatio: number;
  forecastRatio?: number;
  state: BudgetState;
}

/**
 * How much of a budget is used, with a tick where the month is expected to end.
 * Say the same in words beside it.
 */
export function BudgetBar(props: BudgetBarProps) {
  const { usedRatio, forecastRatio, state } = props;
  // More than the budget fits on the bar, which ends with the larger of them.
  const end = Math.max(1, usedRatio, forecastRatio ?? 0);
  const at = (ratio: number) => toCssPercent(Math.max(0, ratio) / end);
  return (
    <div
      className={styles.bar}
      data-state={state}
      role="img"
      aria-label={
        forecastRatio === undefined
          ? t('budgetBar.used', { usedRatio: formatShare(usedRatio) })
          : t('budgetBar.usedAndExpected', {
              usedRatio: formatShare(usedRatio),
              forecastRatio: formatShare(forecastRatio),
            })
      }
    >
      <span className={styles.used} style={{ width: at(usedRatio) }} />
      {end > 1 && <span className={styles.limit} style={{ left: at(1) }} />}
      {forecastRatio !== undefined && (
        <span className={styles.forecast} style={{ left: at(forecastRatio) }} />
      )}
    </div>
  );
}

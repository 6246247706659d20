import { toCssPercent } from '@atrium/ui';
import { objectiveBudgetWords } from '@atrium/plugin-slo-common';
import { stateWords } from '../../words/stateWords';
import type { ObjectiveRow } from '../../objectives/ObjectiveRow';
import styles from './BudgetBar.module.css';

/** An overspending beyond this is not drawn longer. */
const MAX_OVERSPENT = 1;

/** What is left of an error budget, as a bar and in words. */
export function BudgetBar({ row }: { row: ObjectiveRow }) {
  // What too few events say of a budget is worse than nothing.
  const remaining =
    row.state === 'not-enough-traffic'
      ? undefined
      : row.status?.budgetRemaining;
  const overspent = Math.min(MAX_OVERSPENT, Math.max(0, -(remaining ?? 0)));
  // The whole bar is the budget, and what was spent beyond it.
  const budgetWidth = 1 / (1 + overspent);
  return (
    <div className={styles.budget}>
      <span
        className={styles.bar}
        data-status={stateWords(row.state, row.status?.alert).status}
        data-missing={remaining === undefined}
        aria-hidden="true"
      >
        <span
          className={styles.track}
          style={{ width: toCssPercent(budgetWidth) }}
        >
          <span
            className={styles.left}
            style={{
              width: toCssPercent(Math.min(1, Math.max(0, remaining ?? 0))),
            }}
          />
        </span>
        {overspent > 0 && (
          <span
            className={styles.overspent}
            style={{ width: toCssPercent(1 - budgetWidth) }}
          />
        )}
      </span>
      <span className={styles.words}>
        {objectiveBudgetWords(row.state, row.status?.budgetRemaining)}
      </span>
    </div>
  );
}

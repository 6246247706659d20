import { formatNumber } from '@atrium/ui';
import { formatSli, formatTarget } from '@atrium/plugin-slo-common';
import type { ObjectiveRow } from '../../objectives/ObjectiveRow';
import styles from './SliFigure.module.css';

/** The SLI as it is now, and what it should be. */
export function SliFigure({ row }: { row: ObjectiveRow }) {
  const { objectiveId, status, state } = row;
  // Events of several objectives are not of one kind: only budgets add up.
  const isWeighed =
    objectiveId === undefined && status?.budgetRemaining !== undefined;
  if (status?.sli === undefined) {
    return (
      <span className={styles.figure}>
        <span className={styles.missing}>
          {isWeighed ? 'No SLI of its own' : 'Not measured'}
        </span>
        {status && (
          <span className={styles.target}>
            target {formatTarget(status.target)}
          </span>
        )}
      </span>
    );
  }
  const { sli, target, total } = status;
  return (
    <span className={styles.figure}>
      <span className={styles.sli} data-is-missed={state === 'breached'}>
        {formatSli(sli, target)}
      </span>
      <span className={styles.target}>
        target {formatTarget(target)}
        {state === 'not-enough-traffic' &&
          total !== undefined &&
          `, of ${formatNumber(total)} ${unitOf(row, total)} only`}
      </span>
    </span>
  );
}

function unitOf({ slo }: ObjectiveRow, count: number): string {
  const unit = slo.budgetingMethod === 'Occurrences' ? 'event' : 'slice';
  return count === 1 ? unit : `${unit}s`;
}

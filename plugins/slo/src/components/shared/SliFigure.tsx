import { formatSli, formatTarget } from '@atrium/plugin-slo-common';
import type { ObjectiveRow } from '../../objectives/ObjectiveRow';
import { t } from '../../translation';
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
          {isWeighed
            ? t('sliFigure.noSliOfItsOwn')
            : t('sliFigure.notMeasured')}
        </span>
        {status && (
          <span className={styles.target}>
            {t('sliFigure.target', { target: formatTarget(status.target) })}
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
        {t('sliFigure.target', { target: formatTarget(target) })}
        {state === 'not-enough-traffic' &&
          total !== undefined &&
          t('sliFigure.ofOnly', { events: countOf(row, total) })}
      </span>
    </span>
  );
}

function countOf({ slo }: ObjectiveRow, count: number): string {
  return slo.budgetingMethod === 'Occurrences'
    ? t('sliFigure.events', { count })
    : t('sliFigure.slices', { count });
}

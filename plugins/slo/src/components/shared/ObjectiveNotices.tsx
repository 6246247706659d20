import { StatusBadge } from '@atrium/ui';
import type { SloSummary } from '@atrium/plugin-slo-common';
import styles from './shared.module.css';

/** What one should know before one trusts the figures of an SLO. */
export function ObjectiveNotices({ slo }: { slo: SloSummary }) {
  const { isStale, sourceProblem, warnings } = slo;
  return (
    <>
      {isStale && (
        <p className={styles.line}>
          <StatusBadge status="warning">Older version</StatusBadge>
          <span className={styles.muted}>
            Its file has problems now; the last valid version counts.
          </span>
        </p>
      )}
      {sourceProblem && (
        <p className={styles.line}>
          <StatusBadge status="warning">Source gave no data</StatusBadge>
          <span className={styles.muted}>{sourceProblem}</span>
        </p>
      )}
      {warnings.map(warning => (
        <p key={warning} className={styles.line}>
          <StatusBadge status="warning">Note</StatusBadge>
          <span className={styles.muted}>{warning}</span>
        </p>
      ))}
    </>
  );
}

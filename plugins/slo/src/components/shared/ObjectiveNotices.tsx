import { StatusBadge, textStyles } from '@atrium/ui';
import type { SloSummary } from '@atrium/plugin-slo-common';

/** What one should know before one trusts the figures of an SLO. */
export function ObjectiveNotices({ slo }: { slo: SloSummary }) {
  const { isStale, sourceProblem, warnings } = slo;
  return (
    <>
      {isStale && (
        <p className={textStyles.line}>
          <StatusBadge status="warning">Older version</StatusBadge>
          <span className={textStyles.muted}>
            Its file has problems now; the last valid version counts.
          </span>
        </p>
      )}
      {sourceProblem && (
        <p className={textStyles.line}>
          <StatusBadge status="warning">Source gave no data</StatusBadge>
          <span className={textStyles.muted}>{sourceProblem}</span>
        </p>
      )}
      {warnings.map(warning => (
        <p key={warning} className={textStyles.line}>
          <StatusBadge status="warning">Note</StatusBadge>
          <span className={textStyles.muted}>{warning}</span>
        </p>
      ))}
    </>
  );
}

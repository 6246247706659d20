import { StatusBadge, textStyles } from '@atrium/ui';
import type { SloSummary } from '@atrium/plugin-slo-common';
import { t } from '../../translation';

/** What one should know before one trusts the figures of an SLO. */
export function ObjectiveNotices({ slo }: { slo: SloSummary }) {
  const { isStale, sourceProblem, warnings } = slo;
  return (
    <>
      {isStale && (
        <p className={textStyles.line}>
          <StatusBadge status="warning">
            {t('objectiveNotices.olderVersion')}
          </StatusBadge>
          <span className={textStyles.muted}>
            {t('objectiveNotices.itsFileHasProblemsNow')}
          </span>
        </p>
      )}
      {sourceProblem && (
        <p className={textStyles.line}>
          <StatusBadge status="warning">
            {t('objectiveNotices.sourceGaveNoData')}
          </StatusBadge>
          <span className={textStyles.muted}>{sourceProblem}</span>
        </p>
      )}
      {warnings.map(warning => (
        <p key={warning} className={textStyles.line}>
          <StatusBadge status="warning">
            {t('objectiveNotices.note')}
          </StatusBadge>
          <span className={textStyles.muted}>{warning}</span>
        </p>
      ))}
    </>
  );
}

import { StatusBadge } from '@atrium/ui';
import type { MonthlyReport } from '@atrium/plugin-sla-common';
import { t } from '../../translation';

/** Props of {@link MonthVerdict}. */
export interface MonthVerdictProps {
  report: Pick<MonthlyReport, 'state' | 'isTargetMet' | 'hasLostMinutes'>;
}

/** Whether a month kept what was agreed, as icon and word. */
export function MonthVerdict({ report }: MonthVerdictProps) {
  const { hasLostMinutes, isTargetMet, state } = report;
  if (isTargetMet === undefined) {
    return (
      <StatusBadge status="unknown">
        {hasLostMinutes
          ? t('monthVerdict.noLongerMeasurable')
          : t('monthVerdict.notMeasured')}
      </StatusBadge>
    );
  }
  const words = isTargetMet ? t('monthVerdict.met') : t('monthVerdict.missed');
  return (
    <StatusBadge status={isTargetMet ? 'good' : 'bad'}>
      {state === 'running' ? t('monthVerdict.soFar', { words }) : words}
    </StatusBadge>
  );
}

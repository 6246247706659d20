import { StatusBadge } from '@atrium/ui';
import type { MonthlyReport } from '@atrium/plugin-sla-common';

/** Props of {@link MonthVerdict}. */
export interface MonthVerdictProps {
  report: Pick<MonthlyReport, 'state' | 'isTargetMet'>;
}

/** Whether a month kept what was agreed, as icon and word. */
export function MonthVerdict({ report }: MonthVerdictProps) {
  const { isTargetMet, state } = report;
  if (isTargetMet === undefined) {
    return <StatusBadge status="unknown">Not measured</StatusBadge>;
  }
  const words = isTargetMet ? 'Met' : 'Missed';
  return (
    <StatusBadge status={isTargetMet ? 'good' : 'bad'}>
      {state === 'running' ? `${words} so far` : words}
    </StatusBadge>
  );
}

import {
  type SecurityFinding,
  suppressFindingSchema,
} from '@atrium/plugin-scorecard-common';
import { ReasonDialog } from '../components/shared/ReasonDialog';
import { useSuppressFinding } from './useFindings';

/** Props of {@link SuppressDialog}. */
export interface SuppressDialogProps {
  finding: SecurityFinding;
  onClose(): void;
}

/** Has a finding not count for a while, for a reason. */
export function SuppressDialog({ finding, onClose }: SuppressDialogProps) {
  const suppress = useSuppressFinding(finding.id);
  return (
    <ReasonDialog
      title={`Suppress "${finding.title}"?`}
      action="Suppress"
      failure="It still counts"
      introduction="It does not count until the days are over; then it counts again by itself, and its due date has not moved. The reason is shown to everybody who sees the finding."
      reasonDescription="Why it cannot be used against the service, or what is done until then."
      schema={suppressFindingSchema}
      change={suppress}
      onConfirm={input => suppress.mutate(input, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

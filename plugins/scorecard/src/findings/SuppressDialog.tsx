import {
  type SecurityFinding,
  suppressFindingSchema,
} from '@atrium/plugin-scorecard-common';
import { ReasonDialog } from '../components/shared/ReasonDialog';
import { t } from '../translation';
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
      title={t('suppressDialog.suppress', { title: finding.title })}
      action={t('suppressDialog.suppress2')}
      failure={t('suppressDialog.itStillCounts')}
      introduction={t('suppressDialog.itDoesNotCountUntil')}
      reasonDescription={t('suppressDialog.whyItCannotBeUsed')}
      schema={suppressFindingSchema}
      change={suppress}
      onConfirm={input => suppress.mutate(input, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

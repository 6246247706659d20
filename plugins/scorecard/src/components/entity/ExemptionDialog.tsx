import {
  type CheckResult,
  createExemptionSchema,
  type EntityResult,
} from '@atrium/plugin-scorecard-common';
import { useCreateExemption } from '../../hooks/useExemptions';
import { t } from '../../translation';
import { ReasonDialog } from '../shared/ReasonDialog';

/** Props of {@link ExemptionDialog}. */
export interface ExemptionDialogProps {
  result: EntityResult;
  check: CheckResult;
  onClose(): void;
}

/** Asks that a check is passed over for a while. */
export function ExemptionDialog(props: ExemptionDialogProps) {
  const { result, check, onClose } = props;
  const create = useCreateExemption();
  return (
    <ReasonDialog
      title={t('exemptionDialog.requestAnExemptionFrom', {
        title: check.title,
      })}
      action={t('exemptionDialog.ask')}
      failure={t('exemptionDialog.itWasNotAskedFor')}
      introduction={t('exemptionDialog.whoOwnsTheScorecardDecides')}
      reasonDescription={t('exemptionDialog.whatIsInTheWay')}
      subject={{
        scorecard: result.scorecard,
        check: check.check,
        entityRef: result.entityRef,
      }}
      schema={createExemptionSchema}
      change={create}
      onConfirm={exemption => create.mutate(exemption, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

import {
  type CheckResult,
  createExemptionSchema,
  type EntityResult,
} from '@atrium/plugin-scorecard-common';
import { useCreateExemption } from '../../hooks/useExemptions';
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
      title={`Request an exemption from "${check.title}"`}
      action="Ask"
      failure="It was not asked for"
      introduction="Who owns the scorecard decides. Until then the check counts; the exemption ends by itself."
      reasonDescription="What is in the way, and what happens until then."
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

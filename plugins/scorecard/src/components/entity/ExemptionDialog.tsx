import { useState } from 'react';
import { NumberField, TextAreaField } from '@backstage/ui';
import {
  type CheckResult,
  createExemptionSchema,
  type EntityResult,
} from '@atrium/plugin-scorecard-common';
import { ActionDialog, textStyles } from '@atrium/ui';
import { useCreateExemption } from '../../hooks/useExemptions';

const DEFAULT_DAYS = 30;

/** Props of {@link ExemptionDialog}. */
export interface ExemptionDialogProps {
  result: EntityResult;
  check: CheckResult;
  onClose(): void;
}

/** Asks that a check is passed over for a while. */
export function ExemptionDialog(props: ExemptionDialogProps) {
  const { result, check, onClose } = props;
  const [reason, setReason] = useState('');
  const [days, setDays] = useState(DEFAULT_DAYS);
  const [isChecked, setIsChecked] = useState(false);
  const create = useCreateExemption();
  const { data, error } = createExemptionSchema.safeParse({
    scorecard: result.scorecard,
    check: check.check,
    entityRef: result.entityRef,
    reason,
    days,
  });
  const invalid = new Set(
    isChecked ? error?.issues.map(({ path }) => path[0]) : [],
  );
  function submit() {
    setIsChecked(true);
    if (data) {
      create.mutate(data, { onSuccess: onClose });
    }
  }
  return (
    <ActionDialog
      title={`Ask for an exemption from "${check.title}"`}
      action="Ask"
      failure="It was not asked for"
      change={create}
      onConfirm={submit}
      onClose={onClose}
    >
      <p className={textStyles.muted}>
        Who owns the scorecard decides. Until then the check counts; the
        exemption ends by itself.
      </p>
      <TextAreaField
        label="Reason"
        description="What is in the way, and what happens until then."
        rows={3}
        value={reason}
        isInvalid={invalid.has('reason')}
        onChange={setReason}
      />
      {invalid.has('reason') && (
        <p className={textStyles.bad}>Say why, in ten letters at least</p>
      )}
      <NumberField
        label="Days"
        minValue={1}
        maxValue={365}
        value={days}
        isInvalid={invalid.has('days')}
        onChange={setDays}
      />
      {invalid.has('days') && (
        <p className={textStyles.bad}>Between 1 and 365 days</p>
      )}
    </ActionDialog>
  );
}

import { useState } from 'react';
import { Select, TextAreaField } from '@backstage/ui';
import { ActionDialog, textStyles } from '@atrium/ui';
import { durationWords } from '@atrium/plugin-slo-common';
import type { useGateOverride } from '../../hooks/useGateOverride';
import { t } from '../../translation';

const HOURS = [1, 4, 24];
const HOUR_MS = 3_600_000;

/** The backend wants as many letters. */
const MIN_REASON = 3;

/** Props of {@link GateOverrideDialog}. */
export interface GateOverrideDialogProps {
  override: ReturnType<typeof useGateOverride>['override'];
  onClose(): void;
}

/** Lets changes through in spite of a spent budget, for a while. */
export function GateOverrideDialog(props: GateOverrideDialogProps) {
  const { override, onClose } = props;
  const [hours, setHours] = useState(HOURS[0]);
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const isComplete = reason.trim().length >= MIN_REASON;
  const isRefused = isChecked && !isComplete;

  function submit() {
    setIsChecked(true);
    if (isComplete) {
      const until = new Date(Date.now() + hours * HOUR_MS).toISOString();
      override.mutate({ reason: reason.trim(), until }, { onSuccess: onClose });
    }
  }

  return (
    <ActionDialog
      title={t('gateOverrideDialog.letChangesThrough')}
      action={t('gateOverrideDialog.letChangesThrough2')}
      failure={t('gateOverrideDialog.nothingWasChanged')}
      change={override}
      onConfirm={submit}
      onClose={onClose}
    >
      <p className={textStyles.muted}>
        {t('gateOverrideDialog.theBudgetStaysSpentAnd')}
      </p>
      <Select
        label={t('gateOverrideDialog.forHowLong')}
        options={HOURS.map(count => ({
          value: String(count),
          label: durationWords(count * 60),
        }))}
        value={String(hours)}
        onChange={value => setHours(Number(value))}
      />
      <TextAreaField
        label={t('gateOverrideDialog.reason')}
        rows={3}
        value={reason}
        isInvalid={isRefused}
        onChange={setReason}
      />
      {isRefused && (
        <p className={textStyles.bad}>
          {t('exclusionDialog.sayWhyInThreeLetters')}
        </p>
      )}
    </ActionDialog>
  );
}

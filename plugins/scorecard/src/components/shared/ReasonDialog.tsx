import { useState } from 'react';
import { NumberField, TextAreaField } from '@backstage/ui';
import type { z } from 'zod';
import { ActionDialog, type ActionDialogProps, textStyles } from '@atrium/ui';
import { t } from '../../translation';

const DEFAULT_DAYS = 30;

/** Why something does not count, and for how long. */
export interface ReasonAndDays {
  reason: string;
  days: number;
}

/** Props of {@link ReasonDialog}. */
export interface ReasonDialogProps<Input extends ReasonAndDays>
  extends Pick<
    ActionDialogProps,
    'title' | 'action' | 'failure' | 'change' | 'onClose'
  > {
  /** What comes of it. */
  introduction: string;
  reasonDescription: string;
  /** What is asked for besides the reason and the days. */
  subject?: Omit<Input, keyof ReasonAndDays>;
  /** What a reason and a number of days have to be. */
  schema: z.ZodType<Input>;
  onConfirm(input: Input): void;
}

/** Asks why something shall not count, and for how many days. */
export function ReasonDialog<Input extends ReasonAndDays>(
  props: ReasonDialogProps<Input>,
) {
  const { introduction, reasonDescription, subject, schema } = props;
  const { title, action, failure, change, onConfirm, onClose } = props;
  const [reason, setReason] = useState('');
  const [days, setDays] = useState(DEFAULT_DAYS);
  const [isChecked, setIsChecked] = useState(false);
  const { data, error } = schema.safeParse({ ...subject, reason, days });
  const invalid = new Set(
    isChecked ? error?.issues.map(({ path }) => path[0]) : [],
  );
  function submit() {
    setIsChecked(true);
    if (data) {
      onConfirm(data);
    }
  }
  return (
    <ActionDialog
      title={title}
      action={action}
      failure={failure}
      change={change}
      onConfirm={submit}
      onClose={onClose}
    >
      <p className={textStyles.muted}>{introduction}</p>
      <TextAreaField
        label={t('reasonDialog.reason')}
        description={reasonDescription}
        rows={3}
        value={reason}
        isInvalid={invalid.has('reason')}
        onChange={setReason}
      />
      {invalid.has('reason') && (
        <p className={textStyles.bad}>{t('reasonDialog.sayWhyInTenLetters')}</p>
      )}
      <NumberField
        label={t('reasonDialog.days')}
        minValue={1}
        maxValue={365}
        value={days}
        isInvalid={invalid.has('days')}
        onChange={setDays}
      />
      {invalid.has('days') && (
        <p className={textStyles.bad}>{t('reasonDialog.between1And365Days')}</p>
      )}
    </ActionDialog>
  );
}

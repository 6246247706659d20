import { ActionDialog, DateTimeField, textStyles } from '@atrium/ui';
import { useState } from 'react';
import {
  type Agreement,
  agreementTermsSchema,
} from '@atrium/plugin-sla-common';
import { useSaveAgreement } from '../../hooks/useAgreements';
import { t } from '../../translation';

/** Props of {@link EndDialog}. */
export interface EndDialogProps {
  agreement: Agreement;
  onClose(): void;
}

/** Sets the last day of an agreement. */
export function EndDialog({ agreement, onClose }: EndDialogProps) {
  const [validTo, setValidTo] = useState(agreement.validTo ?? '');
  const change = useSaveAgreement(agreement.id);
  // What is not part of the terms, such as who wrote them down, is left out.
  const terms = agreementTermsSchema
    .strip()
    .safeParse({ ...agreement, validTo });
  const isBefore = validTo !== '' && validTo < agreement.validFrom;
  return (
    <ActionDialog
      failure={t('endDialog.nothingWasChanged')}
      title={t('endDialog.end', { name: agreement.name })}
      action={t('endDialog.endAgreement')}
      change={change}
      isDisabled={!terms.success || isBefore}
      onConfirm={() =>
        terms.success && change.mutate(terms.data, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <p className={textStyles.text}>{t('endDialog.itsMonthsUntilThenStay')}</p>
      <DateTimeField
        label={t('endDialog.lastDay')}
        isDay
        value={validTo}
        problem={isBefore ? t('endDialog.itHasToEndAfter') : undefined}
        onChange={setValidTo}
      />
    </ActionDialog>
  );
}

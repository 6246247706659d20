import { ActionDialog, DateTimeField, textStyles } from '@atrium/ui';
import { useState } from 'react';
import {
  type Agreement,
  agreementTermsSchema,
} from '@atrium/plugin-sla-common';
import { useSaveAgreement } from '../../hooks/useAgreements';

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
      failure="Nothing was changed"
      title={`End '${agreement.name}'`}
      action="End agreement"
      change={change}
      isDisabled={!terms.success || isBefore}
      onConfirm={() =>
        terms.success && change.mutate(terms.data, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <p className={textStyles.text}>
        Its months until then stay, and can be closed.
      </p>
      <DateTimeField
        label="Last day"
        isDay
        value={validTo}
        problem={isBefore ? 'It has to end after it begins' : undefined}
        onChange={setValidTo}
      />
    </ActionDialog>
  );
}

import { ActionDialog } from '@atrium/ui';
import { useState } from 'react';
import {
  type SlaContract,
  slaContractInputSchema,
} from '@atrium/plugin-slo-common';
import { useSaveContract } from '../../../hooks/useContracts';
import { DateTimeField } from '../../shared/DateTimeField';
import shared from '../../shared/shared.module.css';

/** Props of {@link EndDialog}. */
export interface EndDialogProps {
  contract: SlaContract;
  onClose(): void;
}

/** Sets the last day of an agreement. */
export function EndDialog({ contract, onClose }: EndDialogProps) {
  const [validTo, setValidTo] = useState(contract.validTo ?? '');
  const change = useSaveContract(contract.id);
  // What is not part of the terms, such as who wrote them down, is left out.
  const terms = slaContractInputSchema
    .strip()
    .safeParse({ ...contract, validTo });
  const isBefore = validTo !== '' && validTo < contract.validFrom;
  return (
    <ActionDialog
      failure="Nothing was changed"
      title={`End '${contract.name}'`}
      action="End it"
      change={change}
      isDisabled={!terms.success || isBefore}
      onConfirm={() =>
        terms.success && change.mutate(terms.data, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <p className={shared.text}>
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

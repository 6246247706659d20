import { useState } from 'react';
import { Button } from '@backstage/ui';
import {
  type Anomaly,
  acknowledgeAnomalySchema,
} from '@atrium/plugin-cost-common';
import { ActionDialog, formatRoundMoney, textStyles } from '@atrium/ui';
import { FormArea } from '@atrium/ui/editor';
import { addDays, daysWords } from '../../days/costDays';
import { useAcknowledgeAnomaly } from '../../hooks/useAnomalies';
import { useAcknowledgeRight } from '../../hooks/useCostRights';

/** Props of {@link AcknowledgeButton}. */
export interface AcknowledgeButtonProps {
  anomaly: Anomaly;
}

/** Says why something cost more than usual, for those who may. */
export function AcknowledgeButton({ anomaly }: AcknowledgeButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const isAllowed = useAcknowledgeRight(anomaly.entityRef);
  return isAllowed ? (
    <span>
      <Button variant="secondary" size="small" onPress={() => setIsOpen(true)}>
        Acknowledge
      </Button>
      {isOpen && (
        <AcknowledgeDialog anomaly={anomaly} onClose={() => setIsOpen(false)} />
      )}
    </span>
  ) : null;
}

function AcknowledgeDialog(
  props: AcknowledgeButtonProps & { onClose(): void },
) {
  const { anomaly, onClose } = props;
  const { id, firstDay, lastDay, excess, currency } = anomaly;
  const [reason, setReason] = useState('');
  const [isSent, setIsSent] = useState(false);
  const acknowledge = useAcknowledgeAnomaly();
  const isReason = acknowledgeAnomalySchema.safeParse({ reason }).success;
  function confirm() {
    setIsSent(true);
    if (isReason) {
      acknowledge.mutate({ id, reason }, { onSuccess: onClose });
    }
  }
  return (
    <ActionDialog
      title="Acknowledge unusual cost"
      action="Acknowledge"
      failure="It was not acknowledged"
      change={acknowledge}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p className={textStyles.text}>
        {formatRoundMoney({ amount: excess, currency })} more than usual,{' '}
        {daysWords({ from: firstDay, to: addDays(lastDay, 1) })}. Owners are not
        told of it again.
      </p>
      <FormArea
        label="Reason"
        description="What caused it? Your colleagues read this beside the figure."
        value={reason}
        problem={isSent && !isReason ? 'Say why, in a few words' : undefined}
        onChange={setReason}
      />
    </ActionDialog>
  );
}

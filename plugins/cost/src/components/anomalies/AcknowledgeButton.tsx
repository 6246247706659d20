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
import { t } from '../../translation';
import styles from '../shared/shared.module.css';

/** Props of {@link AcknowledgeButton}. */
export interface AcknowledgeButtonProps {
  anomaly: Anomaly;
}

/** Says why something cost more than usual, for those who may. */
export function AcknowledgeButton({ anomaly }: AcknowledgeButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const isAllowed = useAcknowledgeRight(anomaly.entityRef);
  return isAllowed ? (
    <span className={styles.below}>
      <Button variant="secondary" size="small" onPress={() => setIsOpen(true)}>
        {t('acknowledgeButton.acknowledge')}
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
      title={t('acknowledgeButton.acknowledgeUnusualCost')}
      action={t('acknowledgeButton.acknowledge')}
      failure={t('acknowledgeButton.itWasNotAcknowledged')}
      change={acknowledge}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p className={textStyles.text}>
        {t('acknowledgeButton.moreThanUsualOwnersAre', {
          amount: formatRoundMoney({ amount: excess, currency }),
          days: daysWords({ from: firstDay, to: addDays(lastDay, 1) }),
        })}
      </p>
      <FormArea
        label={t('acknowledgeButton.reason')}
        description={t('acknowledgeButton.whatCausedItYourColleagues')}
        value={reason}
        problem={
          isSent && !isReason ? t('acknowledgeButton.sayWhyInAFew') : undefined
        }
        onChange={setReason}
      />
    </ActionDialog>
  );
}

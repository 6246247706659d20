import { useState } from 'react';
import { Button } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  CheckResult,
  EntityResult,
  Exemption,
} from '@atrium/plugin-scorecard-common';
import { errorMessage, formatDate, textStyles } from '@atrium/ui';
import {
  useDecideExemption,
  useExemptionRight,
  useExemptions,
} from '../../hooks/useExemptions';
import { t } from '../../translation';
import { ExemptionDialog } from './ExemptionDialog';
import styles from './CheckItem.module.css';

/** Props of {@link CheckExemption}. */
export interface CheckExemptionProps {
  result: EntityResult;
  check: CheckResult;
  /** Whether the check is among the next steps, where one asks and withdraws. */
  isListedAbove: boolean;
}

/** Whether a check is passed over, has been asked to be, or can be. */
export function CheckExemption(props: CheckExemptionProps) {
  const { result, check, isListedAbove } = props;
  const { entityRef, scorecard } = result;
  const { data } = useExemptions({ entityRef, scorecard });
  const mayAsk = useExemptionRight(entityRef);
  const [isAsking, setIsAsking] = useState(false);
  const ofCheck = (data?.items ?? []).filter(
    exemption => exemption.check === check.check,
  );
  const waiting = ofCheck.find(({ state }) => state === 'waiting');
  const refused = ofCheck
    .slice(0, 1)
    .find(({ state }) => state === 'refused' || state === 'revoked');
  if (check.exemption) {
    return (
      <p className={textStyles.text}>
        {t('checkExemption.exemptUntil', {
          until: formatDate(check.exemption.until),
          reason: check.exemption.reason,
        })}
      </p>
    );
  }
  if (waiting) {
    return (
      <WaitingExemption
        exemption={waiting}
        mayWithdraw={mayAsk && !isListedAbove}
      />
    );
  }
  if (check.outcome !== 'fail' && check.outcome !== 'unknown') {
    return null;
  }
  return (
    <>
      {refused?.decidedAt && (
        <p className={textStyles.muted}>
          {refusalWords(refused, refused.decidedAt)}
        </p>
      )}
      {mayAsk && !isListedAbove && (
        <div className={styles.actions}>
          <Button
            variant="secondary"
            size="small"
            onPress={() => setIsAsking(true)}
          >
            {t('checkExemption.requestAnExemption')}
          </Button>
        </div>
      )}
      {isAsking && (
        <ExemptionDialog
          result={result}
          check={check}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
}

function refusalWords({ state, note }: Exemption, decidedAt: string): string {
  const day = formatDate(decidedAt);
  const words =
    state === 'revoked'
      ? t('checkExemption.revoked', { day })
      : t('checkExemption.refused', { day });
  return note ? `${words}: ${note}` : words;
}

function WaitingExemption(props: {
  exemption: Exemption;
  mayWithdraw: boolean;
}) {
  const { exemption, mayWithdraw } = props;
  const decide = useDecideExemption();
  return (
    <div className={styles.actions}>
      <span className={textStyles.muted}>
        {t('checkExemption.anExemptionForDaysWaits', {
          count: exemption.days,
          link: <EntityRefLink entityRef={exemption.approverRef} hideIcon />,
          reason: exemption.reason,
        })}
      </span>
      {mayWithdraw && (
        <Button
          variant="tertiary"
          size="small"
          isPending={decide.isPending}
          onPress={() =>
            decide.mutate({ id: exemption.id, action: 'withdraw' })
          }
        >
          {t('checkExemption.withdraw')}
        </Button>
      )}
      {decide.error && (
        <span role="alert" className={textStyles.bad}>
          {t('checkExemption.itWasNotWithdrawn', {
            error: errorMessage(decide.error),
          })}
        </span>
      )}
    </div>
  );
}

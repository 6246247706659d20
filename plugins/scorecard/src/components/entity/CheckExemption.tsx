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
import { ExemptionDialog } from './ExemptionDialog';
import styles from './CheckItem.module.css';

/** Props of {@link CheckExemption}. */
export interface CheckExemptionProps {
  result: EntityResult;
  check: CheckResult;
}

/** Whether a check is passed over, has been asked to be, or can be. */
export function CheckExemption({ result, check }: CheckExemptionProps) {
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
        Exempt until {formatDate(check.exemption.until)}:{' '}
        {check.exemption.reason}
      </p>
    );
  }
  if (waiting) {
    return <WaitingExemption exemption={waiting} mayAsk={mayAsk} />;
  }
  if (check.outcome !== 'fail' && check.outcome !== 'unknown') {
    return null;
  }
  return (
    <>
      {refused?.decidedAt && (
        <p className={textStyles.muted}>
          An exemption was {refused.state} on {formatDate(refused.decidedAt)}
          {refused.note && `: ${refused.note}`}
        </p>
      )}
      {mayAsk && (
        <div className={styles.actions}>
          <Button
            variant="secondary"
            size="small"
            onPress={() => setIsAsking(true)}
          >
            Request an exemption
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

function WaitingExemption(props: { exemption: Exemption; mayAsk: boolean }) {
  const { exemption, mayAsk } = props;
  const decide = useDecideExemption();
  return (
    <div className={styles.actions}>
      <span className={textStyles.muted}>
        An exemption for {exemption.days} days waits for{' '}
        <EntityRefLink entityRef={exemption.approverRef} hideIcon />:{' '}
        {exemption.reason}
      </span>
      {mayAsk && (
        <Button
          variant="tertiary"
          size="small"
          isPending={decide.isPending}
          onPress={() =>
            decide.mutate({ id: exemption.id, action: 'withdraw' })
          }
        >
          Withdraw
        </Button>
      )}
      {decide.error && (
        <span role="alert" className={textStyles.bad}>
          It was not withdrawn: {errorMessage(decide.error)}
        </span>
      )}
    </div>
  );
}

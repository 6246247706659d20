import { useState } from 'react';
import { Button } from '@backstage/ui';
import { RelativeTime, StatusBadge, textStyles } from '@atrium/ui';
import { formatShare, type GateAnswer } from '@atrium/plugin-slo-common';
import { useGateOverride } from '../../hooks/useGateOverride';
import { useGate } from '../../hooks/useSlos';
import { t } from '../../translation';
import { GateOverrideDialog } from './GateOverrideDialog';

/** Says that the budget is spent, which may hold back changes. */
export function GateNotice({ entityRef }: { entityRef: string }) {
  const { data: gate } = useGate(entityRef);
  if (!gate) {
    return null;
  }
  const { state } = gate;
  switch (state) {
    case 'closed':
      return <ClosedGate gate={gate} />;
    case 'overridden':
      return <OverriddenGate gate={gate} />;
    case 'open':
    case 'unknown':
      return null;
    default:
      return state satisfies never;
  }
}

function ClosedGate({ gate }: { gate: GateAnswer }) {
  const { entityRef, closesBelow, reasons } = gate;
  const { isAllowed, override } = useGateOverride(entityRef);
  const [isOpen, setIsOpen] = useState(false);
  const names = [...new Set(reasons.map(({ sloName }) => sloName))];
  return (
    <div className={textStyles.line}>
      <StatusBadge status="bad">{t('gateNotice.budgetSpent')}</StatusBadge>
      <span className={textStyles.muted}>
        {closesBelow > 0
          ? t('gateNotice.noMoreLeft', {
              share: formatShare(closesBelow),
              names: names.join(', '),
            })
          : t('gateNotice.nothingLeft', { names: names.join(', ') })}
      </span>
      {isAllowed && (
        <Button
          variant="secondary"
          size="small"
          onPress={() => setIsOpen(true)}
        >
          {t('gateNotice.letChangesThrough')}
        </Button>
      )}
      {isOpen && (
        <GateOverrideDialog
          override={override}
          onClose={() => setIsOpen(false)}
        />
      )}
    </div>
  );
}

function OverriddenGate({ gate }: { gate: GateAnswer }) {
  return (
    <div className={textStyles.line}>
      <StatusBadge status="warning">
        {t('gateNotice.budgetSpentChangesLetThrough')}
      </StatusBadge>
      {gate.override && (
        <span className={textStyles.muted}>
          {t('gateNotice.ends', {
            reason: gate.override.reason,
            relativeTime: <RelativeTime instant={gate.override.until} />,
          })}
        </span>
      )}
    </div>
  );
}

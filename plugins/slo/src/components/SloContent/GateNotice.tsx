import { useState } from 'react';
import { Button } from '@backstage/ui';
import { RelativeTime, StatusBadge, textStyles } from '@atrium/ui';
import { formatShare, type GateAnswer } from '@atrium/plugin-slo-common';
import { useGateOverride } from '../../hooks/useGateOverride';
import { useGate } from '../../hooks/useSlos';
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
      <StatusBadge status="bad">Budget spent</StatusBadge>
      <span className={textStyles.muted}>
        {closesBelow > 0
          ? `No more than ${formatShare(closesBelow)} is left for`
          : 'Nothing is left for'}{' '}
        {names.join(', ')}. What asks for this budget holds changes back until
        it recovers.
      </span>
      {isAllowed && (
        <Button
          variant="secondary"
          size="small"
          onPress={() => setIsOpen(true)}
        >
          Let changes through
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
        Budget spent, changes let through
      </StatusBadge>
      {gate.override && (
        <span className={textStyles.muted}>
          {gate.override.reason} (ends{' '}
          <RelativeTime instant={gate.override.until} />)
        </span>
      )}
    </div>
  );
}

import { useState } from 'react';
import { Button } from '@backstage/ui';
import {
  formatList,
  formatShare,
  RelativeTime,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import { type GateAnswer, type SloSummary } from '@atrium/plugin-slo-common';
import { useGateOverride } from '../../hooks/useGateOverride';
import { useGate } from '../../hooks/useSlos';
import { t } from '../../translation';
import { GateOverrideDialog } from './GateOverrideDialog';

/** Props of {@link GateNotice}. */
export interface GateNoticeProps {
  entityRef: string;
  /** Those of the entity, for their titles. */
  slos: SloSummary[];
}

/** Says that the budget is spent, which may hold back changes. */
export function GateNotice({ entityRef, slos }: GateNoticeProps) {
  const { data: gate } = useGate(entityRef);
  if (!gate) {
    return null;
  }
  const { state } = gate;
  switch (state) {
    case 'closed':
      return <ClosedGate gate={gate} slos={slos} />;
    case 'overridden':
      return <OverriddenGate gate={gate} />;
    case 'open':
    case 'unknown':
      return null;
    default:
      return state satisfies never;
  }
}

function ClosedGate(props: { gate: GateAnswer; slos: SloSummary[] }) {
  const { gate, slos } = props;
  const { entityRef, closesBelow, reasons } = gate;
  const { isAllowed, override } = useGateOverride(entityRef);
  const [isOpen, setIsOpen] = useState(false);
  const titles = new Map(
    reasons.map(({ sloId, sloName }) => [
      sloId,
      slos.find(({ id }) => id === sloId)?.displayName ?? sloName,
    ]),
  );
  const names = formatList([...titles.values()]);
  return (
    <div className={textStyles.line}>
      <StatusBadge status="bad">{t('gateNotice.budgetSpent')}</StatusBadge>
      <span className={textStyles.muted}>
        {closesBelow > 0
          ? t('gateNotice.noMoreLeft', {
              share: formatShare(closesBelow),
              names,
            })
          : t('gateNotice.nothingLeft', { names })}
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

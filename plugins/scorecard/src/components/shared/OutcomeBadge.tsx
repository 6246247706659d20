import { RiShieldCheckLine, RiSubtractLine } from '@remixicon/react';
import type { CheckOutcome } from '@atrium/plugin-scorecard-common';
import { StatusBadge } from '@atrium/ui';
import { OUTCOME_WORDS } from '../../words/outcomeWords';
import styles from './shared.module.css';

const STATUS = { pass: 'good', fail: 'bad', unknown: 'unknown' } as const;
const ICONS = { exempt: RiShieldCheckLine, 'not-applicable': RiSubtractLine };

/** What an entity is to a check, as sign and word. */
export function OutcomeBadge({ outcome }: { outcome: CheckOutcome }) {
  const words = OUTCOME_WORDS[outcome];
  if (outcome === 'exempt' || outcome === 'not-applicable') {
    const Icon = ICONS[outcome];
    return (
      <span className={styles.level}>
        <Icon size={16} aria-hidden="true" />
        {words}
      </span>
    );
  }
  return <StatusBadge status={STATUS[outcome]}>{words}</StatusBadge>;
}

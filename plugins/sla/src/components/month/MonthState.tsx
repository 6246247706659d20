import { RiLockLine, RiLockUnlockLine, RiTimeLine } from '@remixicon/react';
import type { MonthlyReport } from '@atrium/plugin-sla-common';
import styles from './MonthState.module.css';

const STATES = {
  running: { Icon: RiTimeLine, text: 'Running' },
  open: { Icon: RiLockUnlockLine, text: 'Open' },
  closed: { Icon: RiLockLine, text: 'Closed' },
};

/** Whether a month is over, and whether its report may still change. */
export function MonthState({ state }: Pick<MonthlyReport, 'state'>) {
  const { Icon, text } = STATES[state];
  return (
    <span className={styles.state} data-state={state}>
      <Icon size={16} aria-hidden="true" />
      {text}
    </span>
  );
}

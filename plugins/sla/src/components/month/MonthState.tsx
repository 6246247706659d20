import { RiLockLine, RiLockUnlockLine, RiTimeLine } from '@remixicon/react';
import type { MonthlyReport } from '@atrium/plugin-sla-common';
import { t } from '../../translation';
import styles from './MonthState.module.css';

const STATES = {
  running: {
    Icon: RiTimeLine,
    get text() {
      return t('monthState.running');
    },
  },
  open: {
    Icon: RiLockUnlockLine,
    get text() {
      return t('monthState.open');
    },
  },
  closed: {
    Icon: RiLockLine,
    get text() {
      return t('monthState.closed');
    },
  },
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

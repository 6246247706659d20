import type { ReactNode } from 'react';
import {
  RiAlertFill,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiLoader2Line,
  RiQuestionFill,
} from '@remixicon/react';
import styles from './StatusBadge.module.css';

/** How something is. `unknown` is also what was not measured. */
export type Status = 'good' | 'warning' | 'bad' | 'unknown' | 'running';

/** A state of a capability as people read it: how it is, and its word. */
export interface StatusWords {
  status: Status;
  text: string;
}

const ICONS = {
  good: RiCheckboxCircleFill,
  warning: RiAlertFill,
  bad: RiCloseCircleFill,
  unknown: RiQuestionFill,
  running: RiLoader2Line,
};

/** Props of {@link StatusBadge}. */
export interface StatusBadgeProps {
  status: Status;
  /** The word beside the icon: colour alone says nothing to many people. */
  children: ReactNode;
}

/** A state as icon and word, in one of the state hues. */
export function StatusBadge({ status, children }: StatusBadgeProps) {
  const Icon = ICONS[status];
  return (
    <span className={styles.badge} data-status={status}>
      <Icon size={16} aria-hidden="true" />
      {children}
    </span>
  );
}

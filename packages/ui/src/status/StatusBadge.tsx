import type { ReactNode } from 'react';
import {
  type RemixiconComponentType,
  RiAlertFill,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiIndeterminateCircleFill,
  RiLoader2Line,
  RiQuestionFill,
} from '@remixicon/react';
import styles from './StatusBadge.module.css';

/**
 * How something is. `unknown` is also what was not measured; `neutral` is known, and
 * neither good nor bad, such as what was cancelled.
 */
export type Status =
  | 'good'
  | 'warning'
  | 'bad'
  | 'unknown'
  | 'neutral'
  | 'running';

/** A state of a capability as people read it: how it is, and its word. */
export interface StatusWords {
  status: Status;
  text: string;
}

/** What stands before the word of each. */
export const STATUS_ICONS: Record<Status, RemixiconComponentType> = {
  good: RiCheckboxCircleFill,
  warning: RiAlertFill,
  bad: RiCloseCircleFill,
  unknown: RiQuestionFill,
  neutral: RiIndeterminateCircleFill,
  running: RiLoader2Line,
};

/** Props of {@link StatusBadge}. */
export interface StatusBadgeProps {
  status: Status;
  /** The word beside the icon: colour alone says nothing to many people. */
  children: ReactNode;
  /** Default: that of the status. For what has none but is of a kind. */
  icon?: RemixiconComponentType;
}

/** A state as icon and word, in one of the state hues. */
export function StatusBadge(props: StatusBadgeProps) {
  const { status, children, icon: Icon = STATUS_ICONS[status] } = props;
  return (
    <span className={styles.badge} data-status={status}>
      <Icon size={16} aria-hidden="true" />
      {children}
    </span>
  );
}

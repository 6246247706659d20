import {
  RiAlarmWarningFill,
  RiArrowDownLine,
  RiArrowUpLine,
  RiEqualLine,
  RiQuestionLine,
} from '@remixicon/react';
import type { FindingSeverity } from '@atrium/plugin-scorecard-common';
import { SEVERITY_WORDS } from './findingWords';
import styles from './findings.module.css';

const ICONS = {
  critical: RiAlarmWarningFill,
  high: RiArrowUpLine,
  medium: RiEqualLine,
  low: RiArrowDownLine,
  unknown: RiQuestionLine,
};

/** Props of {@link SeverityBadge}. */
export interface SeverityBadgeProps {
  severity: FindingSeverity;
  /** Default: the severity alone. */
  text?: string;
}

/** How bad a finding is, as sign and word. */
export function SeverityBadge(props: SeverityBadgeProps) {
  const { severity, text = SEVERITY_WORDS[severity] } = props;
  const Icon = ICONS[severity];
  return (
    <span className={styles.severity} data-severity={severity}>
      <Icon size={16} aria-hidden="true" />
      {text}
    </span>
  );
}

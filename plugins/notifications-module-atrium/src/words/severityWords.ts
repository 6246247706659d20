import type { RemixiconComponentType } from '@remixicon/react';
import {
  RiAlertFill,
  RiErrorWarningFill,
  RiInformationLine,
  RiNotification3Line,
} from '@remixicon/react';
import type { NotificationSeverity } from '@backstage/plugin-notifications-common';

/** How a severity is said and shown. */
export interface SeverityWords {
  label: string;
  icon: RemixiconComponentType;
  /** The status of the message that is shown when it comes. */
  message: 'danger' | 'warning' | 'info';
}

const SEVERITY_WORDS: Record<NotificationSeverity, SeverityWords> = {
  critical: {
    label: 'Critical',
    icon: RiErrorWarningFill,
    message: 'danger',
  },
  high: { label: 'High', icon: RiAlertFill, message: 'warning' },
  normal: { label: 'Normal', icon: RiNotification3Line, message: 'info' },
  low: { label: 'Low', icon: RiInformationLine, message: 'info' },
};

/** @param severity - normal where a notification names none */
export function toSeverityWords(
  severity: NotificationSeverity = 'normal',
): SeverityWords {
  return SEVERITY_WORDS[severity];
}

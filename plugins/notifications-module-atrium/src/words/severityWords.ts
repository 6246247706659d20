import type { RemixiconComponentType } from '@remixicon/react';
import {
  RiAlertFill,
  RiErrorWarningFill,
  RiInformationLine,
  RiNotification3Line,
} from '@remixicon/react';
import type { NotificationSeverity } from '@backstage/plugin-notifications-common';
import { t } from '../translation';

/** How a severity is said and shown. */
export interface SeverityWords {
  label: string;
  icon: RemixiconComponentType;
  /** The status of the message that is shown when it comes. */
  message: 'danger' | 'warning' | 'info';
}

const SEVERITY_WORDS: Record<NotificationSeverity, SeverityWords> = {
  critical: {
    get label() {
      return t('severityWords.critical');
    },
    icon: RiErrorWarningFill,
    message: 'danger',
  },
  high: {
    get label() {
      return t('severityWords.high');
    },
    icon: RiAlertFill,
    message: 'warning',
  },
  normal: {
    get label() {
      return t('severityWords.normal');
    },
    icon: RiNotification3Line,
    message: 'info',
  },
  low: {
    get label() {
      return t('severityWords.low');
    },
    icon: RiInformationLine,
    message: 'info',
  },
};

/** @param severity - normal where a notification names none */
export function toSeverityWords(
  severity: NotificationSeverity = 'normal',
): SeverityWords {
  return SEVERITY_WORDS[severity];
}

import { type StatusWords, StatusBadge } from '@atrium/ui';
import type { DeliveryStatus } from '@atrium/plugin-delivery-common';
import { t } from '../../translation';

const STATUSES: Record<DeliveryStatus, StatusWords> = {
  incident: {
    status: 'bad',
    get text() {
      return t('deliveryStatusBadge.incident');
    },
  },
  failed: {
    status: 'bad',
    get text() {
      return t('deliveryStatusBadge.failed');
    },
  },
  running: {
    status: 'running',
    get text() {
      return t('deliveryStatusBadge.running');
    },
  },
  passed: {
    status: 'good',
    get text() {
      return t('deliveryStatusBadge.passed');
    },
  },
  unknown: {
    status: 'unknown',
    get text() {
      return t('deliveryStatusBadge.noRun');
    },
  },
};

/** How the delivery of a service stands. */
export function DeliveryStatusBadge(props: { status: DeliveryStatus }) {
  const { status, text } = STATUSES[props.status];
  return <StatusBadge status={status}>{text}</StatusBadge>;
}

import { type StatusWords, StatusBadge } from '@atrium/ui';
import type { DeliveryStatus } from '@atrium/plugin-delivery-common';

const STATUSES: Record<DeliveryStatus, StatusWords> = {
  incident: { status: 'bad', text: 'Incident' },
  failed: { status: 'bad', text: 'Failed' },
  running: { status: 'running', text: 'Running' },
  passed: { status: 'good', text: 'Passed' },
  unknown: { status: 'unknown', text: 'No run' },
};

/** How the delivery of a service stands. */
export function DeliveryStatusBadge(props: { status: DeliveryStatus }) {
  const { status, text } = STATUSES[props.status];
  return <StatusBadge status={status}>{text}</StatusBadge>;
}

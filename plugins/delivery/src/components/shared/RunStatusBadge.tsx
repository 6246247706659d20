import { StatusBadge } from '@atrium/ui';
import type { Run } from '@atrium/plugin-delivery-common';
import { runStatus } from './runStatus';

/** How a run or a step of it is. */
export function RunStatusBadge(props: {
  run: Pick<Run, 'status' | 'outcome'>;
}) {
  const { status, text } = runStatus(props.run);
  return <StatusBadge status={status}>{text}</StatusBadge>;
}

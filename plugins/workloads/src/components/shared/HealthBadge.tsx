import { StatusBadge } from '@atrium/ui';
import type { WorkloadHealth } from '@atrium/plugin-workloads-common';
import { HEALTH_WORDS } from './healthWords';

/** How a workload is. */
export function HealthBadge({ health }: { health: WorkloadHealth }) {
  const { status, text } = HEALTH_WORDS[health];
  return <StatusBadge status={status}>{text}</StatusBadge>;
}

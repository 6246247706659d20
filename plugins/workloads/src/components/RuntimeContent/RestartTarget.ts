import type { Workload } from '@atrium/plugin-workloads-common';
import type { useRestart } from '../../hooks/useRestart';

/** What may be restarted, and how. */
export interface RestartTarget {
  workload: Workload;
  placeTitle: string;
  restart: ReturnType<typeof useRestart>;
}

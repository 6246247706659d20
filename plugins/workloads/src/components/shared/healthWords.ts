import type { StatusWords } from '@atrium/ui';
import type {
  VersionVerdict,
  WorkloadHealth,
} from '@atrium/plugin-workloads-common';

/** How a workload is, as hue and word. */
export const HEALTH_WORDS: Record<WorkloadHealth, StatusWords> = {
  healthy: { status: 'good', text: 'Healthy' },
  progressing: { status: 'running', text: 'Rolling out' },
  degraded: { status: 'bad', text: 'Degraded' },
  stopped: { status: 'unknown', text: 'Stopped' },
};

/** Whether what runs is what was deployed, as hue and words. */
export const VERDICT_WORDS: Record<VersionVerdict, StatusWords> = {
  same: { status: 'good', text: 'As deployed' },
  different: { status: 'warning', text: 'Not what was deployed' },
  unknown: { status: 'unknown', text: 'Not compared' },
};

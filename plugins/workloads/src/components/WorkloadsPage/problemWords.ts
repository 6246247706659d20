import type { WorkloadProblem } from '@atrium/plugin-workloads-common';
import { UNOWNED } from '../../hooks/useWorkloadFilters';

/** What one can look for, worst first, as it is called. */
export const PROBLEM_WORDS: Record<WorkloadProblem | typeof UNOWNED, string> = {
  'not-ready': 'Not ready',
  'version-drift': 'Not as deployed',
  'deprecated-api': 'Deprecated API',
  'no-digest': 'Image without digest',
  'no-limits': 'No memory limit',
  [UNOWNED]: 'Unowned',
};

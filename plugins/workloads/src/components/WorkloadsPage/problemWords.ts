import type { WorkloadProblem } from '@atrium/plugin-workloads-common';
import { UNOWNED } from '../../hooks/useWorkloadFilters';
import { t } from '../../translation';

/** What one can look for, worst first, as it is called. */
export const PROBLEM_WORDS: Record<WorkloadProblem | typeof UNOWNED, string> = {
  get 'not-ready'() {
    return t('problemWords.notReady');
  },
  get 'version-drift'() {
    return t('problemWords.notAsDeployed');
  },
  get 'deprecated-api'() {
    return t('problemWords.deprecatedApi');
  },
  get 'no-digest'() {
    return t('problemWords.imageWithoutDigest');
  },
  get 'no-limits'() {
    return t('problemWords.noMemoryLimit');
  },
  get [UNOWNED]() {
    return t('problemWords.unowned');
  },
};

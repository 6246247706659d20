import type { StatusWords } from '@atrium/ui';
import type {
  VersionVerdict,
  WorkloadHealth,
} from '@atrium/plugin-workloads-common';
import { t } from '../../translation';

/** How a workload is, as hue and word. */
export const HEALTH_WORDS: Record<WorkloadHealth, StatusWords> = {
  healthy: {
    status: 'good',
    get text() {
      return t('healthWords.healthy');
    },
  },
  progressing: {
    status: 'running',
    get text() {
      return t('healthWords.rollingOut');
    },
  },
  degraded: {
    status: 'bad',
    get text() {
      return t('healthWords.degraded');
    },
  },
  stopped: {
    status: 'neutral',
    get text() {
      return t('healthWords.stopped');
    },
  },
};

/** Whether what runs is what was deployed, as hue and words. */
export const VERDICT_WORDS: Record<VersionVerdict, StatusWords> = {
  same: {
    status: 'good',
    get text() {
      return t('healthWords.asDeployed');
    },
  },
  different: {
    status: 'warning',
    get text() {
      return t('healthWords.notWhatWasDeployed');
    },
  },
  unknown: {
    status: 'unknown',
    get text() {
      return t('healthWords.notCompared');
    },
  },
};

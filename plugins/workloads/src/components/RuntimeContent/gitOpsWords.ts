import type { StatusWords } from '@atrium/ui';
import type { GitOpsObject } from '@atrium/plugin-workloads-common';
import { t } from '../../translation';

/** Whether what is applied is what the repository says. */
export const SYNC_WORDS: Record<GitOpsObject['sync'], StatusWords> = {
  synced: {
    status: 'good',
    get text() {
      return t('gitOpsWords.synced');
    },
  },
  'out-of-sync': {
    status: 'warning',
    get text() {
      return t('gitOpsWords.outOfSync');
    },
  },
  syncing: {
    status: 'running',
    get text() {
      return t('gitOpsWords.syncing');
    },
  },
  suspended: {
    status: 'neutral',
    get text() {
      return t('gitOpsWords.suspended');
    },
  },
  unknown: {
    status: 'unknown',
    get text() {
      return t('gitOpsWords.unknown');
    },
  },
};

/** How what was applied is doing. */
export const GITOPS_HEALTH_WORDS: Record<GitOpsObject['health'], StatusWords> =
  {
    healthy: {
      status: 'good',
      get text() {
        return t('gitOpsWords.healthy');
      },
    },
    progressing: {
      status: 'running',
      get text() {
        return t('gitOpsWords.progressing');
      },
    },
    degraded: {
      status: 'bad',
      get text() {
        return t('gitOpsWords.degraded');
      },
    },
    suspended: {
      status: 'neutral',
      get text() {
        return t('gitOpsWords.suspended');
      },
    },
    missing: {
      status: 'bad',
      get text() {
        return t('gitOpsWords.missing');
      },
    },
    unknown: {
      status: 'unknown',
      get text() {
        return t('gitOpsWords.unknown');
      },
    },
  };

/** What people call the tool. */
export const TOOL_WORDS: Record<GitOpsObject['tool'], string> = {
  'argo-cd': 'Argo CD',
  flux: 'Flux',
};

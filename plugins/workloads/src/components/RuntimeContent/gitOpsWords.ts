import type { StatusWords } from '@atrium/ui';
import type { GitOpsObject } from '@atrium/plugin-workloads-common';

/** Whether what is applied is what the repository says. */
export const SYNC_WORDS: Record<GitOpsObject['sync'], StatusWords> = {
  synced: { status: 'good', text: 'Synced' },
  'out-of-sync': { status: 'warning', text: 'Out of sync' },
  syncing: { status: 'running', text: 'Syncing' },
  suspended: { status: 'unknown', text: 'Suspended' },
  unknown: { status: 'unknown', text: 'Unknown' },
};

/** How what was applied is doing. */
export const GITOPS_HEALTH_WORDS: Record<GitOpsObject['health'], StatusWords> =
  {
    healthy: { status: 'good', text: 'Healthy' },
    progressing: { status: 'running', text: 'Progressing' },
    degraded: { status: 'bad', text: 'Degraded' },
    suspended: { status: 'unknown', text: 'Suspended' },
    missing: { status: 'bad', text: 'Missing' },
    unknown: { status: 'unknown', text: 'Unknown' },
  };

/** What people call the tool. */
export const TOOL_WORDS: Record<GitOpsObject['tool'], string> = {
  'argo-cd': 'Argo CD',
  flux: 'Flux',
};

import type { StatusWords } from '@atrium/ui';
import type { ScaffolderTaskStatus } from '@backstage/plugin-scaffolder-react';

/** How a run, or a step of one, is. */
export const TASK_STATUS_WORDS: Record<ScaffolderTaskStatus, StatusWords> = {
  open: { status: 'unknown', text: 'Waiting' },
  processing: { status: 'running', text: 'Running' },
  completed: { status: 'good', text: 'Done' },
  failed: { status: 'bad', text: 'Failed' },
  cancelled: { status: 'unknown', text: 'Cancelled' },
  skipped: { status: 'unknown', text: 'Skipped' },
};

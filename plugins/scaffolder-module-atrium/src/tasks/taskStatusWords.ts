import type { StatusWords } from '@atrium/ui';
import type { ScaffolderTaskStatus } from '@backstage/plugin-scaffolder-react';
import { t } from '../translation';

/** How a run, or a step of one, is. */
export const TASK_STATUS_WORDS: Record<ScaffolderTaskStatus, StatusWords> = {
  open: {
    status: 'neutral',
    get text() {
      return t('taskStatusWords.waiting');
    },
  },
  processing: {
    status: 'running',
    get text() {
      return t('taskStatusWords.running');
    },
  },
  completed: {
    status: 'good',
    get text() {
      return t('taskStatusWords.done');
    },
  },
  failed: {
    status: 'bad',
    get text() {
      return t('taskStatusWords.failed');
    },
  },
  cancelled: {
    status: 'neutral',
    get text() {
      return t('taskStatusWords.cancelled');
    },
  },
  skipped: {
    status: 'neutral',
    get text() {
      return t('taskStatusWords.skipped');
    },
  },
};

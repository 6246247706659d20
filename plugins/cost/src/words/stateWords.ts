import type {
  AnomalyState,
  BudgetState,
  ImportState,
  Saving,
} from '@atrium/plugin-cost-common';
import type { StatusWords } from '@atrium/ui';
import { t } from '../translation';

/** What people read for where spending stands against a budget. */
export const BUDGET_WORDS: Record<BudgetState, StatusWords> = {
  within: {
    status: 'good',
    get text() {
      return t('stateWords.withinBudget');
    },
  },
  'at-risk': {
    status: 'warning',
    get text() {
      return t('stateWords.forecastAboveBudget');
    },
  },
  over: {
    status: 'bad',
    get text() {
      return t('stateWords.overBudget');
    },
  },
};

/** What people read for where an anomaly stands. */
export const ANOMALY_WORDS: Record<AnomalyState, StatusWords> = {
  open: {
    status: 'warning',
    get text() {
      return t('stateWords.open');
    },
  },
  acknowledged: {
    status: 'good',
    get text() {
      return t('stateWords.acknowledged');
    },
  },
  over: {
    status: 'neutral',
    get text() {
      return t('stateWords.over');
    },
  },
};

/** What people read for where an import stands. */
export const IMPORT_WORDS: Record<ImportState, StatusWords> = {
  waiting: {
    status: 'running',
    get text() {
      return t('stateWords.waiting');
    },
  },
  reading: {
    status: 'running',
    get text() {
      return t('stateWords.reading');
    },
  },
  imported: {
    status: 'good',
    get text() {
      return t('stateWords.imported');
    },
  },
  unchanged: {
    status: 'good',
    get text() {
      return t('stateWords.unchanged');
    },
  },
  refused: {
    status: 'bad',
    get text() {
      return t('stateWords.refused');
    },
  },
  failed: {
    status: 'bad',
    get text() {
      return t('stateWords.failed');
    },
  },
};

/** What people read for a kind of saving. */
export const SAVING_WORDS: Record<Saving['kind'], string> = {
  get 'idle-resource'() {
    return t('stateWords.idleResource');
  },
  get 'expired-lease'() {
    return t('stateWords.expiredLease');
  },
  get 'unused-commitment'() {
    return t('stateWords.unusedCommitment');
  },
  get 'list-price'() {
    return t('stateWords.paidAtListPrice');
  },
};

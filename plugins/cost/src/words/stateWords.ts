import type {
  AnomalyState,
  BudgetState,
  ImportState,
  Saving,
} from '@atrium/plugin-cost-common';
import type { StatusWords } from '@atrium/ui';

/** What people read for where spending stands against a budget. */
export const BUDGET_WORDS: Record<BudgetState, StatusWords> = {
  within: { status: 'good', text: 'Within budget' },
  'at-risk': { status: 'warning', text: 'Forecast above budget' },
  over: { status: 'bad', text: 'Over budget' },
};

/** What people read for where an anomaly stands. */
export const ANOMALY_WORDS: Record<AnomalyState, StatusWords> = {
  open: { status: 'warning', text: 'Open' },
  acknowledged: { status: 'good', text: 'Acknowledged' },
  over: { status: 'unknown', text: 'Over' },
};

/** What people read for where an import stands. */
export const IMPORT_WORDS: Record<ImportState, StatusWords> = {
  waiting: { status: 'running', text: 'Waiting' },
  reading: { status: 'running', text: 'Reading' },
  imported: { status: 'good', text: 'Imported' },
  unchanged: { status: 'good', text: 'Unchanged' },
  refused: { status: 'bad', text: 'Refused' },
  failed: { status: 'bad', text: 'Failed' },
};

/** What people read for a kind of saving. */
export const SAVING_WORDS: Record<Saving['kind'], string> = {
  'idle-resource': 'Idle resource',
  'expired-lease': 'Expired lease',
  'unused-commitment': 'Unused commitment',
  'list-price': 'Paid at list price',
};

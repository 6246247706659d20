import type {
  CheckHealth,
  ExemptionState,
  InitiativeState,
} from '@atrium/plugin-scorecard-common';
import type { StatusWords } from '@atrium/ui';
import { t } from '../translation';

/** What people read for where an exemption stands. */
export const EXEMPTION_WORDS: Record<ExemptionState, StatusWords> = {
  waiting: {
    status: 'running',
    get text() {
      return t('stateWords.waiting');
    },
  },
  granted: {
    status: 'good',
    get text() {
      return t('stateWords.granted');
    },
  },
  refused: {
    status: 'bad',
    get text() {
      return t('stateWords.refused');
    },
  },
  withdrawn: {
    status: 'neutral',
    get text() {
      return t('stateWords.withdrawn');
    },
  },
  revoked: {
    status: 'warning',
    get text() {
      return t('stateWords.revoked');
    },
  },
  expired: {
    status: 'neutral',
    get text() {
      return t('stateWords.expired');
    },
  },
};

/** What people read for where an initiative stands. */
export const INITIATIVE_WORDS: Record<InitiativeState, StatusWords> = {
  scheduled: {
    status: 'neutral',
    get text() {
      return t('stateWords.scheduled');
    },
  },
  running: {
    status: 'running',
    get text() {
      return t('stateWords.running');
    },
  },
  done: {
    status: 'good',
    get text() {
      return t('stateWords.done');
    },
  },
  missed: {
    status: 'bad',
    get text() {
      return t('stateWords.missed');
    },
  },
  cancelled: {
    status: 'neutral',
    get text() {
      return t('stateWords.cancelled');
    },
  },
};

/** What the last weeks say of a check as a rule. */
export const VERDICT_WORDS: Record<
  NonNullable<CheckHealth['verdict']>,
  StatusWords & { meaning: string }
> = {
  'always-passes': {
    status: 'neutral',
    get text() {
      return t('stateWords.alwaysPasses');
    },
    get meaning() {
      return t('stateWords.allThatWasEvaluatedPassed');
    },
  },
  'always-fails': {
    status: 'warning',
    get text() {
      return t('stateWords.alwaysFails');
    },
    get meaning() {
      return t('stateWords.nothingThatWasEvaluatedPassed');
    },
  },
  flaps: {
    status: 'warning',
    get text() {
      return t('stateWords.flaps');
    },
    get meaning() {
      return t('stateWords.outcomesChangeToAndFro');
    },
  },
  'never-known': {
    status: 'warning',
    get text() {
      return t('stateWords.neverKnown');
    },
    get meaning() {
      return t('stateWords.itsFactsAreMissingEverywhere');
    },
  },
};

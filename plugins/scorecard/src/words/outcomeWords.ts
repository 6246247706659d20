import type { CheckOutcome, Effort } from '@atrium/plugin-scorecard-common';
import { t } from '../translation';

/** What people read for each outcome of a check. */
export const OUTCOME_WORDS: Record<CheckOutcome, string> = {
  get pass() {
    return t('outcomeWords.passed');
  },
  get fail() {
    return t('outcomeWords.failed');
  },
  get unknown() {
    return t('outcomeWords.unknown');
  },
  get exempt() {
    return t('outcomeWords.exempt');
  },
  get 'not-applicable'() {
    return t('outcomeWords.doesNotApply');
  },
};

/** How much work it is to pass a check. */
export const EFFORT_WORDS: Record<Effort, string> = {
  get minutes() {
    return t('outcomeWords.takesMinutes');
  },
  get hours() {
    return t('outcomeWords.takesHours');
  },
  get days() {
    return t('outcomeWords.takesDays');
  },
};

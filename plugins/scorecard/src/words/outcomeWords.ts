import type { CheckOutcome, Effort } from '@atrium/plugin-scorecard-common';

/** What people read for each outcome of a check. */
export const OUTCOME_WORDS: Record<CheckOutcome, string> = {
  pass: 'Passed',
  fail: 'Failed',
  unknown: 'Unknown',
  exempt: 'Exempt',
  'not-applicable': 'Does not apply',
};

/** How much work it is to pass a check. */
export const EFFORT_WORDS: Record<Effort, string> = {
  minutes: 'Takes minutes',
  hours: 'Takes hours',
  days: 'Takes days',
};

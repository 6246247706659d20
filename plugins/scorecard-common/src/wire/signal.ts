import type { EntitySignal } from '@atrium/common';

/** The channel on which open pages hear that something changed. */
export const SCORECARD_SIGNAL_CHANNEL = 'scorecard';

/** What a signal of scorecard is about. */
export type ScorecardSubject =
  | 'result'
  | 'scorecard'
  | 'exemption'
  | 'initiative'
  | 'finding';

/** What is sent on the channel. */
export type ScorecardSignal = EntitySignal<ScorecardSubject>;

import type { EntitySignal } from '@atrium/common';

/** The channel of the signals that slo sends. */
export const SLO_SIGNAL_CHANNEL = 'slo';

/** What a signal can be about. */
export type SloSubject = 'status' | 'alert' | 'definition' | 'exclusion';

/** What is sent on it. */
export type SloSignal = EntitySignal<SloSubject>;

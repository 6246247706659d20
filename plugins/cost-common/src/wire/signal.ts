import type { EntitySignal } from '@atrium/common';

/** The channel on which open pages hear that something changed. */
export const COST_SIGNAL_CHANNEL = 'cost';

/** What a signal of cost is about. */
export type CostSubject = 'import' | 'allocation' | 'charges' | 'anomaly';

/** What is sent on the channel. */
export type CostSignal = EntitySignal<CostSubject>;

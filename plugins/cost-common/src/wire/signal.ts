import type { EntitySignal } from '@atrium/common';

/** The channel on which open pages hear that something changed. */
export const COST_SIGNAL_CHANNEL = 'cost';

/** What a signal of cost is about. */
export type CostSubject = 'import' | 'allocation' | 'charges' | 'anomaly';

/**
 * Stands for everything in a signal: sums change for all entities at once. Pages
 * listen without naming an entity.
 */
export const ALL_COST_REF = 'cost:all';

/** What is sent on the channel. */
export type CostSignal = EntitySignal<CostSubject>;

import type { EntitySignal } from '@atrium/common';

/** The channel on which open pages hear that rows changed. */
export const ENTITY_SUMMARY_SIGNAL_CHANNEL = 'entity-summary';

/** What a signal of entity-summary is about. */
export type EntitySummarySubject = 'row';

/** What is sent on the channel. */
export type EntitySummarySignal = EntitySignal<EntitySummarySubject>;

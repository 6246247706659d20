/** The channel of the signals that slo sends. */
export const SLO_SIGNAL_CHANNEL = 'slo';

/** What a signal can be about. */
export type SloSubject = 'status' | 'alert' | 'definition' | 'exclusion';

/**
 * Says that something changed for some entities, so that pages about them ask
 * again. It carries no data: what one may see is decided when one asks.
 */
export type SloSignal = {
  entityRefs: string[];
  subjects: SloSubject[];
};

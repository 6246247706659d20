/**
 * Names the OpenSLO files of an entity: paths or URLs beside its
 * `catalog-info.yaml`, separated by commas.
 */
export const SLO_ANNOTATION = 'atrium.dev/slo';

/**
 * On an SLO document: how many events a window has to hold before its ratio
 * means something.
 */
export const SLO_MINIMUM_EVENTS_ANNOTATION = 'atrium.dev/slo-minimum-events';

/**
 * On an AlertCondition document: the short window, which has to burn as fast
 * as `lookbackWindow` for the alert to fire.
 *
 * @remarks OpenSLO v1 has one window for a condition; without a second one an
 * alert goes on for as long as its window after the fault is over.
 */
export const SLO_SHORT_WINDOW_ANNOTATION = 'atrium.dev/slo-short-window';

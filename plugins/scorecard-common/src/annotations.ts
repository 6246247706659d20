/**
 * Names the files of scorecards that lie beside a `catalog-info.yaml`: paths,
 * separated by commas. A scorecard rates what its owner owns; it rates everything
 * only where `scorecard.definitions.repositories` names its repository.
 */
export const SCORECARDS_ANNOTATION = 'atrium.dev/scorecards';

/** On a Group: `hidden` leaves its services out of leaderboards. */
export const LEADERBOARD_ANNOTATION = 'atrium.dev/leaderboard';

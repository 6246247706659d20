/** The windows that a tick sums up for each SLO, in minutes. */
export const WINDOW_MINUTES = [5, 30, 60, 120, 360, 1440, 4320, 43_200];

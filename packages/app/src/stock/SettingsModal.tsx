import { lazy } from 'react';

/** The settings of a stock widget of the home page, once they are opened. */
export const SettingsModal = lazy(() =>
  import('stock-home-settings').then(m => ({ default: m.SettingsModal })),
);

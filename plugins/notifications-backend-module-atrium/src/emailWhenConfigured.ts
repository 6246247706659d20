import { createEmailSwitch } from './createEmailSwitch';

/**
 * Sends notifications by e-mail where the config says how. The stock module
 * fails to start without that, so it is not even loaded.
 */
export const emailWhenConfigured = createEmailSwitch(
  () => import('@backstage/plugin-notifications-backend-module-email'),
);

import { createMessages } from '@atrium/ui';
import en from './translations/en';

/** The texts of notifications. */
export const { t } = createMessages({
  id: 'notifications-module-atrium',
  messages: en,
  translations: { de: () => import('./translations/de') },
});

import { createMessages } from '@atrium/ui';
import en from './translations/en';

/** The texts of the settings page. */
export const { t } = createMessages({
  id: 'user-settings-module-atrium',
  messages: en,
  translations: { de: () => import('./translations/de') },
});

import { createMessages } from '@atrium/ui';
import en from './translations/en';

/** The texts of search over the portal. */
export const { t } = createMessages({
  id: 'search-module-atrium',
  messages: en,
  translations: { de: () => import('./translations/de') },
});

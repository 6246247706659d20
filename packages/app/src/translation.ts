import { createMessages } from '@atrium/ui';
import en from './translations/en';

/** The texts of the frame, the home page and the states of the portal. */
export const { ref: translationRef, t } = createMessages({
  id: 'app',
  messages: en,
  translations: { de: () => import('./translations/de') },
});

import { createMessages } from '@atrium/ui';
import en from './translations/en';

/** The texts of cost. */
export const { t } = createMessages({
  id: 'cost',
  messages: en,
  translations: { de: () => import('./translations/de') },
});

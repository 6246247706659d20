import { createMessages } from './language/createMessages';
import en from './translations/en';

/** The texts of the kit itself. */
export const { t } = createMessages({
  id: 'ui',
  messages: en,
  translations: { de: () => import('./translations/de') },
});

import { createMessages } from '@atrium/ui';
import en from './translations/en';

/** The texts of the API browser and the definition pages. */
export const { t } = createMessages({
  id: 'api-docs-module-atrium',
  messages: en,
  translations: { de: () => import('./translations/de') },
});

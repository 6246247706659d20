import { createMessages } from '@atrium/ui';
import en from './translations/en';

/** The texts of the catalog list and the pages of entities. */
export const { t } = createMessages({
  id: 'catalog-module-atrium',
  messages: en,
  translations: { de: () => import('./translations/de') },
});

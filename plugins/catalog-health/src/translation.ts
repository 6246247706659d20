import { catalogHealthMessages } from '@atrium/plugin-catalog-health-common';
import { addBackendMessages, createMessages } from '@atrium/ui';
import en from './translations/en';

/** The texts of what is wrong with the catalog. */
export const { t } = createMessages({
  id: 'catalog-health',
  messages: en,
  translations: { de: () => import('./translations/de') },
});

addBackendMessages(catalogHealthMessages);

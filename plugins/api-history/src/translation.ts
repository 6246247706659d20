import { apiHistoryMessages } from '@atrium/plugin-api-history-common';
import { addBackendMessages, createMessages } from '@atrium/ui';
import en from './translations/en';

/** The texts of versions of APIs. */
export const { t } = createMessages({
  id: 'api-history',
  messages: en,
  translations: { de: () => import('./translations/de') },
});

addBackendMessages(apiHistoryMessages);

import { slaMessages } from '@atrium/plugin-sla-common';
import { addBackendMessages, createMessages } from '@atrium/ui';
import en from './translations/en';

/** The texts of agreements with customers. */
export const { t } = createMessages({
  id: 'sla',
  messages: en,
  translations: { de: () => import('./translations/de') },
});

addBackendMessages(slaMessages);

import { provisioningMessages } from '@atrium/plugin-provisioning-common';
import { addBackendMessages, createMessages } from '@atrium/ui';
import en from './translations/en';

/** The texts of resources, their requests and definitions. */
export const { t } = createMessages({
  id: 'provisioning',
  messages: en,
  translations: { de: () => import('./translations/de') },
});

addBackendMessages(provisioningMessages);

import { deliveryMessages } from '@atrium/plugin-delivery-common';
import { addBackendMessages, createMessages } from '@atrium/ui';
import en from './translations/en';

/** The texts of what is delivered and what went wrong. */
export const { t } = createMessages({
  id: 'delivery',
  messages: en,
  translations: { de: () => import('./translations/de') },
});

addBackendMessages(deliveryMessages);

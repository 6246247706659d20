import { sloMessages } from '@atrium/plugin-slo-common';
import { addBackendMessages, createMessages } from '@atrium/ui';
import en from './translations/en';

/** The texts of service level objectives. */
export const { t } = createMessages({
  id: 'slo',
  messages: en,
  translations: { de: () => import('./translations/de') },
});

addBackendMessages(sloMessages);

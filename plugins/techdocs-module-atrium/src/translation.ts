import { docsMessages } from '@atrium/plugin-techdocs-common';
import { addBackendMessages, createMessages } from '@atrium/ui';
import en from './translations/en';

/** The texts of documentation: its home, reader and editor. */
export const { t } = createMessages({
  id: 'techdocs-module-atrium',
  messages: en,
  translations: { de: () => import('./translations/de') },
});

addBackendMessages(docsMessages);

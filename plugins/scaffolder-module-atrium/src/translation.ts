import { templateMessages } from '@atrium/common';
import { addBackendMessages, createMessages } from '@atrium/ui';
import en from './translations/en';

/** The texts of templates, their forms and runs. */
export const { t } = createMessages({
  id: 'scaffolder-module-atrium',
  messages: en,
  translations: { de: () => import('./translations/de') },
});

addBackendMessages(templateMessages);

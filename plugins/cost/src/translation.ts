import { costMessages } from '@atrium/plugin-cost-common';
import { addBackendMessages, createMessages } from '@atrium/ui';
import en from './translations/en';

/** The texts of cost. */
export const { t } = createMessages({
  id: 'cost',
  messages: en,
  translations: { de: () => import('./translations/de') },
});

addBackendMessages(costMessages);

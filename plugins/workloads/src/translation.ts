import { workloadMessages } from '@atrium/plugin-workloads-common';
import { addBackendMessages, createMessages } from '@atrium/ui';
import en from './translations/en';

/** The texts of what runs in clusters. */
export const { t } = createMessages({
  id: 'workloads',
  messages: en,
  translations: { de: () => import('./translations/de') },
});

addBackendMessages(workloadMessages);

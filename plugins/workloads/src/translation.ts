import { createMessages } from '@atrium/ui';
import en from './translations/en';

/** The texts of what runs in clusters. */
export const { t } = createMessages({
  id: 'workloads',
  messages: en,
  translations: { de: () => import('./translations/de') },
});

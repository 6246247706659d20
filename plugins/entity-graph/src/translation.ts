import { createMessages } from '@atrium/ui';
import en from './translations/en';

/** The texts of dependencies between entities. */
export const { t } = createMessages({
  id: 'entity-graph',
  messages: en,
  translations: { de: () => import('./translations/de') },
});

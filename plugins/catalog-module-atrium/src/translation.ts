import { entitySummaryMessages } from '@atrium/plugin-entity-summary-common';
import { workloadMessages } from '@atrium/plugin-workloads-common';
import { addBackendMessages, createMessages } from '@atrium/ui';
import en from './translations/en';

/** The texts of the catalog list and the pages of entities. */
export const { t } = createMessages({
  id: 'catalog-module-atrium',
  messages: en,
  translations: { de: () => import('./translations/de') },
});

// The overview of an entity says what its workloads say; their page may not be loaded.
addBackendMessages(entitySummaryMessages, workloadMessages);

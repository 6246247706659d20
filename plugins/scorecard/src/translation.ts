import { scorecardMessages } from '@atrium/plugin-scorecard-common';
import { addBackendMessages, createMessages } from '@atrium/ui';
import en from './translations/en';

/** The texts of scorecards and security findings. */
export const { t } = createMessages({
  id: 'scorecard',
  messages: en,
  translations: { de: () => import('./translations/de') },
});

addBackendMessages(scorecardMessages);

import en from './en';

/** What is told of changes of entities, where it is not the name of something. */
export const entitySummaryMessages = {
  id: 'entity-summary.messages',
  messages: en,
  translations: { de: () => import('./de') },
};

import en from './en';

/** What the history of APIs tells people outside of its pages. */
export const apiHistoryMessages = {
  id: 'api-history.messages',
  messages: en,
  translations: { de: () => import('./de') },
};

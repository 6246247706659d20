import en from './en';

/** What scorecards tell people outside of their pages. */
export const scorecardMessages = {
  id: 'scorecard.messages',
  messages: en,
  translations: { de: () => import('./de') },
};

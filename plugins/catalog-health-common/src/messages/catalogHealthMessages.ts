import en from './en';

/** What catalog health tells people outside of its pages. */
export const catalogHealthMessages = {
  id: 'catalog-health.messages',
  messages: en,
  translations: { de: () => import('./de') },
};

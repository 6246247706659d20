import en from './en';

/** What cost tells people outside of its pages. */
export const costMessages = {
  id: 'cost.messages',
  messages: en,
  translations: { de: () => import('./de') },
};

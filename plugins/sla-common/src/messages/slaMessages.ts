import en from './en';

/** What agreements tell people outside of their pages. */
export const slaMessages = {
  id: 'sla.messages',
  messages: en,
  translations: { de: () => import('./de') },
};

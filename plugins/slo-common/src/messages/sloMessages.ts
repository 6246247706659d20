import en from './en';

/** What SLOs tell people outside of their pages. */
export const sloMessages = {
  id: 'slo.messages',
  messages: en,
  translations: { de: () => import('./de') },
};

import en from './en';

/** What workloads tell people outside of their pages. */
export const workloadMessages = {
  id: 'workloads.messages',
  messages: en,
  translations: { de: () => import('./de') },
};

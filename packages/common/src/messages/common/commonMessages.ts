import en from './en';

/** What backends tell people of any plugin; every page knows it. */
export const commonMessages = {
  id: 'common.messages',
  messages: en,
  translations: { de: () => import('./de') },
};

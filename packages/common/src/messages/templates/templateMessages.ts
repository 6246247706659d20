import en from './en';

/** What backends tell people of templates and their runs. */
export const templateMessages = {
  id: 'templates.messages',
  messages: en,
  translations: { de: () => import('./de') },
};

import en from './en';

/** What the engine and its previews tell the owners and writers of documentation. */
export const docsMessages = {
  id: 'docs.messages',
  messages: en,
  translations: { de: () => import('./de') },
};

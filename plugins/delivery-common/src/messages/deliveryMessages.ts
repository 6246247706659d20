import en from './en';

/** What delivery tells people outside of its pages. */
export const deliveryMessages = {
  id: 'delivery.messages',
  messages: en,
  translations: { de: () => import('./de') },
};

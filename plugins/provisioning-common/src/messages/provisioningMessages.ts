import en from './en';

/** What provisioning tells people outside of its pages, and why somebody has to agree. */
export const provisioningMessages = {
  id: 'provisioning.messages',
  messages: en,
  translations: { de: () => import('./de') },
};

import { createMessages } from '@atrium/ui';

/** What is read before a page of the plugin is loaded, in both languages at once. */
export const { ref: titles } = createMessages({
  id: 'notifications-module-atrium.titles',
  messages: {
    page: 'Notifications',
  },
  translations: {
    de: async () => ({
      default: {
        page: 'Benachrichtigungen',
      },
    }),
  },
});

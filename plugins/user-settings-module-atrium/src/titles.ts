import { createMessages } from '@atrium/ui';

/** What is read before a page of the plugin is loaded, in both languages at once. */
export const { ref: titles } = createMessages({
  id: 'user-settings-module-atrium.titles',
  messages: {
    page: 'Settings',
  },
  translations: {
    de: async () => ({
      default: {
        page: 'Einstellungen',
      },
    }),
  },
});

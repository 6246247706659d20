import { createMessages } from '@atrium/ui';

/** What is read before a page of the plugin is loaded, in both languages at once. */
export const { ref: titles } = createMessages({
  id: 'api-history.titles',
  messages: {
    history: 'History',
  },
  translations: {
    de: async () => ({
      default: {
        history: 'Verlauf',
      },
    }),
  },
});

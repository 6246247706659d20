import { createMessages } from '@atrium/ui';

/** What is read before a page of the plugin is loaded, in both languages at once. */
export const { ref: titles } = createMessages({
  id: 'catalog-health.titles',
  messages: {
    page: 'Catalog health',
  },
  translations: {
    de: async () => ({
      default: {
        page: 'Katalogzustand',
      },
    }),
  },
});

import { createMessages } from '@atrium/ui';

/** What is read before a page of the plugin is loaded, in both languages at once. */
export const { ref: titles } = createMessages({
  id: 'catalog-module-atrium.titles',
  messages: {
    catalog: 'Catalog',
    overview: 'Overview',
  },
  translations: {
    de: async () => ({
      default: {
        catalog: 'Katalog',
        overview: 'Übersicht',
      },
    }),
  },
});

import { createMessages } from '@atrium/ui';

/** What is read before a page of the plugin is loaded, in both languages at once. */
export const { ref: titles } = createMessages({
  id: 'techdocs-module-atrium.titles',
  messages: {
    docs: 'Docs',
    edit: 'Edit docs',
    feedback: 'Docs feedback',
  },
  translations: {
    de: async () => ({
      default: {
        docs: 'Docs',
        edit: 'Docs bearbeiten',
        feedback: 'Feedback zu Docs',
      },
    }),
  },
});

import { createMessages } from '@atrium/ui';

/** What is read before a page of the plugin is loaded, in both languages at once. */
export const { ref: titles } = createMessages({
  id: 'scaffolder-module-atrium.titles',
  messages: {
    page: 'Create',
    templates: 'Templates',
    tasks: 'Runs',
    actions: 'Actions',
    editor: 'Template editor',
    functions: 'Template functions',
  },
  translations: {
    de: async () => ({
      default: {
        page: 'Erstellen',
        templates: 'Templates',
        tasks: 'Läufe',
        actions: 'Aktionen',
        editor: 'Template-Editor',
        functions: 'Template-Funktionen',
      },
    }),
  },
});

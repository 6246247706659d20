import { createMessages } from '@atrium/ui';

/** What is read before a page of the plugin is loaded, in both languages at once. */
export const { ref: titles, t: titleOf } = createMessages({
  id: 'slo.titles',
  messages: {
    page: 'SLOs',
    objectives: 'Objectives',
    command: 'New SLO for',
    commandKeywords: 'objective, target',
  },
  translations: {
    de: async () => ({
      default: {
        page: 'SLOs',
        objectives: 'Ziele',
        command: 'Neues SLO für',
        commandKeywords: 'Ziel, Zielwert',
      },
    }),
  },
});

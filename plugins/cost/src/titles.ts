import { createMessages } from '@atrium/ui';

/** What is read before a page of the plugin is loaded, in both languages at once. */
export const { ref: titles, t: titleOf } = createMessages({
  id: 'cost.titles',
  messages: {
    page: 'Cost',
    widget: 'What my teams cost',
    command: 'Cost of',
    commandKeywords: 'spend, bill, budget',
  },
  translations: {
    de: async () => ({
      default: {
        page: 'Kosten',
        widget: 'Was meine Teams kosten',
        command: 'Kosten von',
        commandKeywords: 'Ausgaben, Rechnung, Budget',
      },
    }),
  },
});

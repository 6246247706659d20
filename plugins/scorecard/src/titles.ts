import { createMessages } from '@atrium/ui';

/** What is read before a page of the plugin is loaded, in both languages at once. */
export const { ref: titles, t: titleOf } = createMessages({
  id: 'scorecard.titles',
  messages: {
    page: 'Scorecards',
    widget: 'Next steps of my services',
    command: 'Scorecards of',
    commandKeywords: 'checks, level, rating',
  },
  translations: {
    de: async () => ({
      default: {
        page: 'Scorecards',
        widget: 'Nächste Schritte meiner Services',
        command: 'Scorecards von',
        commandKeywords: 'Checks, Level, Bewertung',
      },
    }),
  },
});

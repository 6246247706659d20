import { createMessages } from '@atrium/ui';

/** What is read before a page of the plugin is loaded, in both languages at once. */
export const { ref: titles, t: titleOf } = createMessages({
  id: 'delivery.titles',
  messages: {
    page: 'Delivery',
    command: 'Deployments of',
    commandKeywords: 'delivery, pipeline, builds, incidents',
  },
  translations: {
    de: async () => ({
      default: {
        page: 'Delivery',
        command: 'Deployments von',
        commandKeywords: 'Delivery, Pipeline, Builds, Incidents',
      },
    }),
  },
});

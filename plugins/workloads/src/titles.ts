import { createMessages } from '@atrium/ui';

/** What is read before a page of the plugin is loaded, in both languages at once. */
export const { ref: titles, t: titleOf } = createMessages({
  id: 'workloads.titles',
  messages: {
    page: 'Workloads',
    runtime: 'Runtime',
    command: 'Runtime of',
    commandKeywords: 'logs, pods, restart, workloads, kubernetes',
  },
  translations: {
    de: async () => ({
      default: {
        page: 'Workloads',
        runtime: 'Runtime',
        command: 'Runtime von',
        commandKeywords: 'Logs, Pods, Neustart, Workloads, Kubernetes',
      },
    }),
  },
});

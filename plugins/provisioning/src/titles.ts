import { createMessages } from '@atrium/ui';

/** What is read before a page of the plugin is loaded, in both languages at once. */
export const { ref: titles, t: titleOf } = createMessages({
  id: 'provisioning.titles',
  messages: {
    page: 'Resources',
    all: 'All resources',
    requests: 'Requests',
    definitions: 'Definitions',
    leftovers: 'Leftovers',
    provisioning: 'Provisioning',
    command: 'Request a database',
    commandKeywords: 'resource, queue, cache, postgres, provision',
  },
  translations: {
    de: async () => ({
      default: {
        page: 'Ressourcen',
        all: 'Alle Ressourcen',
        requests: 'Anfragen',
        definitions: 'Definitionen',
        leftovers: 'Überreste',
        provisioning: 'Provisioning',
        command: 'Datenbank anfragen',
        commandKeywords: 'Ressource, Queue, Cache, Postgres, bereitstellen',
      },
    }),
  },
});

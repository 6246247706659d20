import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import { z } from 'zod';

/** Who listens to what is deleted, and what happens then. */
export interface OnRepositoryDeletedOptions {
  /** The same on every replica, so that one of them takes each event. */
  id: string;
  events: EventsService;
  logger: LoggerService;
  handle(repositoryUrl: string): Promise<void>;
}

const repositoryEventSchema = z.object({
  action: z.string(),
  repository: z.object({ html_url: z.url({ protocol: /^https?$/ }) }),
});

/** Listens to Gitea telling that a repository is gone. */
export async function onRepositoryDeleted(
  options: OnRepositoryDeletedOptions,
): Promise<void> {
  const { id, events, logger, handle } = options;
  await events.subscribe({
    id,
    topics: ['gitea.repository'],
    async onEvent({ eventPayload }) {
      const event = repositoryEventSchema.safeParse(eventPayload);
      if (!event.success) {
        logger.debug('An event of a repository was not understood', {
          reason: event.error.message,
        });
      } else if (event.data.action === 'deleted') {
        await handle(event.data.repository.html_url.replace(/\/+$/, ''));
      }
    },
  });
}

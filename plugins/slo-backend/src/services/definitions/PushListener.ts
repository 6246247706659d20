import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import { z } from 'zod';

/** What pushes of Gitea and GitHub have in common. */
const pushSchema = z.object({
  ref: z.string().startsWith('refs/heads/'),
  repository: z.object({ html_url: z.url({ protocol: /^https?$/ }) }),
});

interface PushListenerOptions {
  logger: LoggerService;
  /** Has the files of a repository read again soon. */
  onPush(repositoryUrl: string): Promise<void>;
}

/** Notices pushes, so that a committed definition applies within seconds. */
export class PushListener {
  readonly #options: PushListenerOptions;

  constructor(options: PushListenerOptions) {
    this.#options = options;
  }

  async subscribe(events: EventsService): Promise<void> {
    await events.subscribe({
      id: 'slo-pushes',
      topics: ['gitea.push', 'github.push'],
      onEvent: ({ eventPayload }) => this.onPush(eventPayload),
    });
  }

  async onPush(payload: unknown): Promise<void> {
    const push = pushSchema.safeParse(payload);
    if (!push.success) {
      // Pushes of tags come the same way, so there is nothing wrong as a rule.
      this.#options.logger.debug('A push was not understood', {
        reason: push.error.message,
      });
      return;
    }
    await this.#options.onPush(push.data.repository.html_url);
  }
}

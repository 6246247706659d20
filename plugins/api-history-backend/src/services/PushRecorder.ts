import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import { z } from 'zod';
import type { PushStore } from '../database/PushStore';

const filesSchema = z
  .array(z.string())
  .nullish()
  .transform(files => files ?? []);

const commitSchema = z.object({
  id: z.string().min(1).max(100),
  url: z.url({ protocol: /^https?$/ }).optional(),
  added: filesSchema,
  modified: filesSchema,
});

/** What pushes of Gitea and GitHub have in common. */
const pushSchema = z.object({
  ref: z.string().startsWith('refs/heads/'),
  commits: z
    .array(commitSchema)
    .nullish()
    .transform(commits => commits ?? []),
  repository: z.object({ html_url: z.url({ protocol: /^https?$/ }) }),
});

/** The kinds of file that definitions are written in. */
const DEFINITION_FILE = /\.(ya?ml|json|graphqls?|gql|proto)$/i;

/** Remembers the commits of pushes that may have changed an API. */
export class PushRecorder {
  readonly #logger: LoggerService;
  readonly #pushes: PushStore;

  constructor(options: { logger: LoggerService; pushes: PushStore }) {
    this.#logger = options.logger;
    this.#pushes = options.pushes;
  }

  async subscribe(events: EventsService): Promise<void> {
    await events.subscribe({
      id: 'api-history-pushes',
      topics: ['gitea.push', 'github.push'],
      onEvent: ({ eventPayload }) => this.onPush(eventPayload),
    });
  }

  async onPush(payload: unknown): Promise<void> {
    const push = pushSchema.safeParse(payload);
    if (!push.success) {
      // Pushes of tags come the same way, so there is nothing wrong as a rule.
      this.#logger.debug('A push was not understood', {
        reason: push.error.message,
      });
      return;
    }
    const { ref, commits, repository } = push.data;
    const commit = commits.findLast(({ added, modified }) =>
      [...added, ...modified].some(file => DEFINITION_FILE.test(file)),
    );
    if (commit) {
      await this.#pushes.savePush(
        {
          repositoryUrl: repository.html_url.replace(/\/+$/, ''),
          branch: ref.slice('refs/heads/'.length),
          commit: { id: commit.id, url: commit.url },
        },
        new Date(),
      );
    }
  }
}

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import { z } from 'zod';
import type { CommitStatusStore } from '../database/CommitStatusStore';

const filesSchema = z
  .array(z.string())
  .nullish()
  .transform(files => files ?? []);

/** What pushes of Gitea and GitHub have in common. */
const pushSchema = z.object({
  ref: z.string().startsWith('refs/heads/'),
  commits: z
    .array(
      z.object({
        added: filesSchema,
        modified: filesSchema,
        removed: filesSchema,
      }),
    )
    .nullish()
    .transform(commits => commits ?? []),
  repository: z.object({
    html_url: z.url({ protocol: /^https?$/ }).max(1_000),
    default_branch: z.string().max(255),
  }),
});

const CATALOG_FILE = /(^|\/)catalog-info\.ya?ml$/i;

interface PushListenerOptions {
  logger: LoggerService;
  statuses: Pick<CommitStatusStore, 'notePush'>;
}

/** Notices pushes, whose commits are marked once the catalog has read them. */
export class PushListener {
  readonly #options: PushListenerOptions;

  constructor(options: PushListenerOptions) {
    this.#options = options;
  }

  async subscribe(events: EventsService): Promise<void> {
    await events.subscribe({
      id: 'catalog-health-pushes',
      topics: ['gitea.push', 'github.push'],
      onEvent: ({ eventPayload }) => this.onPush(eventPayload),
    });
  }

  async onPush(payload: unknown): Promise<void> {
    const { logger, statuses } = this.#options;
    const push = pushSchema.safeParse(payload);
    if (!push.success) {
      // Pushes of tags come the same way, so there is nothing wrong as a rule.
      logger.debug('A push was not understood', {
        reason: push.error.message,
      });
      return;
    }
    const { ref, commits, repository } = push.data;
    const branch = ref.slice('refs/heads/'.length);
    if (branch !== repository.default_branch) {
      return;
    }
    const files = commits.flatMap(({ added, modified, removed }) => [
      ...added,
      ...modified,
      ...removed,
    ]);
    await statuses.notePush(
      {
        repositoryUrl: repository.html_url.replace(/\/+$/, ''),
        branch,
        isCatalogFile: files.some(file => CATALOG_FILE.test(file)),
      },
      new Date(),
    );
  }
}

import { createHmac, randomUUID } from 'node:crypto';
import type { BareRepositories } from './BareRepositories.mts';

export interface Webhook {
  events: string[];
  url: string;
  secret: string;
}

export interface WebhookSenderOptions {
  organization: string;
  repositories: BareRepositories;
}

/** Delivers pushes to the webhooks of the organisation, signed as GitHub does. */
export class WebhookSender {
  readonly #organization: string;
  readonly #repositories: BareRepositories;
  readonly #webhooks: Webhook[] = [];

  constructor(options: WebhookSenderOptions) {
    this.#organization = options.organization;
    this.#repositories = options.repositories;
  }

  add(webhook: Webhook): void {
    this.#webhooks.push(webhook);
  }

  async sendPush(push: {
    repository: string;
    before: string | undefined;
    after: string;
  }): Promise<void> {
    const body = JSON.stringify(await this.#describePush(push));
    for (const { events, url, secret } of this.#webhooks) {
      if (events.includes('push')) {
        const signature = createHmac('sha256', secret).update(body);
        await fetch(url, {
          method: 'POST',
          body,
          headers: {
            'Content-Type': 'application/json',
            'X-GitHub-Event': 'push',
            'X-GitHub-Delivery': randomUUID(),
            'X-Hub-Signature-256': `sha256=${signature.digest('hex')}`,
          },
        });
      }
    }
  }

  /** The fields of the documented push payload that say what happened. */
  async #describePush(push: {
    repository: string;
    before: string | undefined;
    after: string;
  }) {
    const { repository, before, after } = push;
    const [owner, name] = repository.split('/');
    const htmlUrl = `https://github.com/${repository}`;
    const commits = await this.#repositories.listCommits(repository, {
      before,
      after,
    });
    return {
      ref: 'refs/heads/main',
      before: before ?? '0'.repeat(40),
      after,
      created: before === undefined,
      deleted: false,
      forced: false,
      compare: `${htmlUrl}/compare/${after.slice(0, 12)}`,
      commits: commits.map(commit => ({
        ...commit,
        url: `${htmlUrl}/commit/${commit.id}`,
        distinct: true,
      })),
      repository: {
        name,
        full_name: repository,
        private: true,
        visibility: 'private',
        owner: { login: owner, html_url: `https://github.com/${owner}` },
        html_url: htmlUrl,
        url: htmlUrl,
        fork: false,
        archived: false,
        topics: [],
        default_branch: 'main',
      },
      organization: { login: this.#organization },
    };
  }
}

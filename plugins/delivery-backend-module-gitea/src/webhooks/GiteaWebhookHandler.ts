import { parseInput } from '@atrium/common';
import {
  type GiteaRepository,
  type GiteaWebhook,
  giteaWebhookSchemas,
  type GiteaWorkflowRun,
  type HostRepository,
  type Issue,
  type PullRequest,
} from '@atrium/git-hosts';
import type { CloudEvent } from '@atrium/plugin-delivery-common';
import {
  findChangedPaths,
  type HostSourceContext,
  readMergeEvents,
  toIncidentId,
  toIssueEvents,
  toPackageUrl,
  toPullRequestEvents,
  toReleaseEvents,
  toReopenedPullRequestEvents,
} from '@atrium/plugin-delivery-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { EventParams } from '@backstage/plugin-events-node';
import { toJobEvents } from '../mapping/toJobEvents';
import { toRunEvents, toRunPathEvents } from '../mapping/toRunEvents';

/** The topics that the events module for Gitea publishes, and we listen to. */
export const GITEA_TOPICS = Object.keys(giteaWebhookSchemas);

/** What the handler needs. */
export interface GiteaWebhookHandlerOptions extends HostSourceContext {
  host: {
    findRepository(url: string): HostRepository | undefined;
    open(
      repository: HostRepository,
    ): Pick<
      GiteaRepository,
      'findFirstCommitAt' | 'listChangedFiles' | 'listReviews'
    >;
  };
  logger: LoggerService;
}

/** Hands on what webhooks tell. Their signature has been checked before. */
export class GiteaWebhookHandler {
  readonly #options: GiteaWebhookHandlerOptions;

  constructor(options: GiteaWebhookHandlerOptions) {
    this.#options = options;
  }

  async onEvent({ topic, eventPayload }: EventParams): Promise<void> {
    switch (topic) {
      case 'gitea.workflow_run': {
        const payload = parseInput(giteaWebhookSchemas[topic], eventPayload);
        const { workflow_run: run } = payload;
        // Told with the run, so that nobody else is told that it failed.
        return this.#ingest(payload, async repository => [
          ...(await this.#findPathEvents(run, repository)),
          ...toRunEvents(run, repository),
        ]);
      }
      case 'gitea.workflow_job': {
        const payload = parseInput(giteaWebhookSchemas[topic], eventPayload);
        return this.#ingest(payload, repository =>
          toJobEvents(payload.workflow_job, repository),
        );
      }
      case 'gitea.pull_request': {
        const payload = parseInput(giteaWebhookSchemas[topic], eventPayload);
        const { action, pull_request: pullRequest } = payload;
        const toEvents =
          action === 'reopened'
            ? toReopenedPullRequestEvents
            : toPullRequestEvents;
        await this.#ingest(payload, repository =>
          toEvents(pullRequest, repository),
        );
        return this.#ingest(payload, repository =>
          pullRequest.merged_at
            ? this.#findMergeEvents(pullRequest, repository)
            : [],
        );
      }
      case 'gitea.issues': {
        const payload = parseInput(giteaWebhookSchemas[topic], eventPayload);
        return this.#ingest(payload, repository =>
          this.#readIssueEvents(payload, repository),
        );
      }
      case 'gitea.release': {
        const payload = parseInput(giteaWebhookSchemas[topic], eventPayload);
        const { release } = payload;
        return this.#ingest(payload, repository => {
          const packageUrl = toPackageUrl(
            this.#options.hostId,
            repository,
            release.tag_name,
          );
          return toReleaseEvents({ release, packageUrl }, repository);
        });
      }
      default:
        return undefined;
    }
  }

  async #ingest(
    { repository: { html_url: url } }: { repository: { html_url: string } },
    toEvents: (
      repository: HostRepository,
    ) => CloudEvent[] | Promise<CloudEvent[]>,
  ): Promise<void> {
    const { host, ingest } = this.#options;
    const repository = host.findRepository(url);
    if (repository) {
      await ingest(await toEvents(repository));
    }
  }

  /**
   * Gitea tells that labels were changed, but not which: whether the issue was an
   * incident until now, delivery knows.
   */
  async #readIssueEvents(
    payload: GiteaWebhook<'gitea.issues'>,
    repository: HostRepository,
  ): Promise<CloudEvent[]> {
    const { action } = payload;
    const { incidentLabels, sink } = this.#options;
    const issue: Issue = {
      ...payload.issue,
      // As GitHub says it, in the issue itself.
      state_reason: action === 'reopened' ? action : payload.issue.state_reason,
      // None is left, whichever the issue had when this was written.
      labels: action === 'label_cleared' ? [] : payload.issue.labels,
    };
    const isOpen = await sink.hasOpenIncident(
      repository.source,
      toIncidentId(issue),
    );
    return toIssueEvents(
      {
        issue,
        incidentLabels,
        change: {
          isEscalated: action === 'label_updated' && !isOpen,
          // By whatever comes next: not every webhook is told of labels.
          isDeescalated: action !== 'opened' && isOpen,
        },
      },
      repository,
    );
  }

  #open(repository: HostRepository) {
    return { client: this.#options.host.open(repository), repository };
  }

  async #findPathEvents(
    run: GiteaWorkflowRun,
    repository: HostRepository,
  ): Promise<CloudEvent[]> {
    const { logger, sink } = this.#options;
    try {
      const paths = await findChangedPaths(
        run.head_sha,
        this.#open(repository),
        sink,
      );
      return paths ? toRunPathEvents({ run, paths }, repository) : [];
    } catch (error) {
      logger.warn(
        'A run counts for every component of its repository, because Gitea could not be asked',
        toError(error),
      );
      return [];
    }
  }

  async #findMergeEvents(
    pullRequest: PullRequest,
    repository: HostRepository,
  ): Promise<CloudEvent[]> {
    const { logger, sink } = this.#options;
    try {
      return await readMergeEvents(pullRequest, this.#open(repository), sink);
    } catch (error) {
      // What the webhook told is stored all the same.
      logger.warn(
        'The lead time of a change starts when it was opened, because Gitea could not be asked',
        toError(error),
      );
      return [];
    }
  }
}

import { parseInput } from '@atrium/common';
import type { CloudEvent } from '@atrium/plugin-delivery-common';
import {
  type AskHost,
  type DeliveryEventSink,
  type HostRepository,
  toIssueEvents,
  toPullRequestEvents,
  toReleaseEvents,
} from '@atrium/plugin-delivery-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { EventParams } from '@backstage/plugin-events-node';
import type { GiteaClient } from '../client/GiteaClient';
import { askAboutMerge } from '../mapping/askAboutMerge';
import { toJobEvents } from '../mapping/toJobEvents';
import { toPackageUrl } from '../mapping/toPackageUrl';
import { askForPaths } from '../mapping/askForPaths';
import { toRunEvents, toRunPathEvents } from '../mapping/toRunEvents';
import type { PullRequest, WorkflowRun } from '../payloads/giteaObjects';
import { webhookPayloadSchemas } from '../payloads/webhookPayloads';

/** The topics that the events module for Gitea publishes, and we listen to. */
export const GITEA_TOPICS = Object.keys(webhookPayloadSchemas);

/** What the handler needs. */
export interface GiteaWebhookHandlerOptions {
  sink: DeliveryEventSink;
  client: Pick<GiteaClient, 'findRepository' | 'request'>;
  logger: LoggerService;
  incidentLabels: string[];
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
        const payload = parseInput(webhookPayloadSchemas[topic], eventPayload);
        const { workflow_run: run } = payload;
        // Told with the run, so that nobody else is told that it failed.
        return this.#tell(payload, async repository => [
          ...(await this.#askAboutRun(run, repository)),
          ...toRunEvents(run, repository),
        ]);
      }
      case 'gitea.workflow_job': {
        const payload = parseInput(webhookPayloadSchemas[topic], eventPayload);
        return this.#tell(payload, repository =>
          toJobEvents(payload.workflow_job, repository),
        );
      }
      case 'gitea.pull_request': {
        const payload = parseInput(webhookPayloadSchemas[topic], eventPayload);
        const { pull_request: pullRequest } = payload;
        await this.#tell(payload, repository =>
          toPullRequestEvents(pullRequest, repository),
        );
        return this.#tell(payload, repository =>
          pullRequest.merged_at
            ? this.#askAboutMerge(pullRequest, repository)
            : [],
        );
      }
      case 'gitea.issues': {
        const payload = parseInput(webhookPayloadSchemas[topic], eventPayload);
        const { issue } = payload;
        const { incidentLabels } = this.#options;
        return this.#tell(payload, repository =>
          toIssueEvents({ issue, incidentLabels }, repository),
        );
      }
      case 'gitea.release': {
        const payload = parseInput(webhookPayloadSchemas[topic], eventPayload);
        const { release } = payload;
        return this.#tell(payload, repository => {
          const packageUrl = toPackageUrl(repository, release.tag_name);
          return toReleaseEvents({ release, packageUrl }, repository);
        });
      }
      default:
        return undefined;
    }
  }

  async #tell(
    { repository: { html_url: url } }: { repository: { html_url: string } },
    toEvents: (
      repository: HostRepository,
    ) => CloudEvent[] | Promise<CloudEvent[]>,
  ): Promise<void> {
    const { client, logger, sink } = this.#options;
    const repository = client.findRepository(url);
    const events = repository ? await toEvents(repository) : [];
    if (events.length === 0) {
      return;
    }
    const { refused, results } = await sink.ingest(events);
    if (refused > 0) {
      const { id, reason } =
        results.find(({ status }) => status === 'refused') ?? {};
      logger.warn('An event of Gitea could not be stored', { id, reason });
    }
  }

  #askBelow(repository: HostRepository): AskHost {
    const { client } = this.#options;
    return async path => (await client.request(repository, path)).body;
  }

  async #askAboutRun(
    run: WorkflowRun,
    repository: HostRepository,
  ): Promise<CloudEvent[]> {
    const { logger, sink } = this.#options;
    try {
      const ask = this.#askBelow(repository);
      const paths = await askForPaths(run.head_sha, { repository, sink, ask });
      return paths ? toRunPathEvents({ run, paths }, repository) : [];
    } catch (error) {
      logger.warn(
        'A run counts for every component of its repository, because Gitea could not be asked',
        toError(error),
      );
      return [];
    }
  }

  async #askAboutMerge(
    pullRequest: PullRequest,
    repository: HostRepository,
  ): Promise<CloudEvent[]> {
    const { logger, sink } = this.#options;
    try {
      const ask = this.#askBelow(repository);
      return await askAboutMerge({ pullRequest, ask, sink }, repository);
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

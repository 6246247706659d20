import { parseInput } from '@atrium/common';
import {
  type GithubRepository,
  githubWebhookSchemas,
  type HostRepository,
  toGithubRepository,
} from '@atrium/git-hosts';
import type { CloudEvent } from '@atrium/plugin-delivery-common';
import {
  type HostSourceContext,
  toEventPaths,
  toMergeDetailEvents,
} from '@atrium/plugin-delivery-node';
import { LRUCache } from 'lru-cache';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { EventParams } from '@backstage/plugin-events-node';
import { toRunPathEvents } from '../mapping/toRunEvents';
import { isDefaultBranchPush, toPushEvents } from '../mapping/toPushEvents';
import { isWebhookEvent, toWebhookEvents } from './toWebhookEvents';

/** The prefix of the topics that the events module for GitHub publishes. */
export const GITHUB_TOPIC_PREFIX = 'github.';

const MAX_COMMITS_KEPT = 1_000;

/** What the handler needs. */
export interface GithubWebhookHandlerOptions extends HostSourceContext {
  open(
    repository: HostRepository,
  ): Pick<
    GithubRepository,
    'findFirstCommitAt' | 'hasPullRequest' | 'listChangedFiles'
  >;
  logger: LoggerService;
}

/** Hands on what webhooks tell. Their signature has been checked before. */
export class GithubWebhookHandler {
  readonly #options: GithubWebhookHandlerOptions;
  // A run is told about three times, and several build one commit.
  readonly #changedFiles = new LRUCache<string, string[]>({
    max: MAX_COMMITS_KEPT,
  });

  constructor(options: GithubWebhookHandlerOptions) {
    this.#options = options;
  }

  async onEvent({ topic, eventPayload }: EventParams): Promise<void> {
    const event = topic.slice(GITHUB_TOPIC_PREFIX.length);
    if (!isWebhookEvent(event)) {
      return;
    }
    const { ingest } = this.#options;
    await ingest([
      ...(event === 'workflow_run'
        ? await this.#findPathEvents(eventPayload)
        : []),
      ...toWebhookEvents(event, eventPayload, this.#options),
    ]);
    if (event === 'push') {
      await ingest(await this.#findPushEvents(eventPayload));
    } else if (event === 'pull_request') {
      await ingest(await this.#findMergeEvents(eventPayload));
    }
  }

  /** Told with the run, so that nobody else is told that it failed. */
  async #findPathEvents(body: unknown): Promise<CloudEvent[]> {
    const payload = parseInput(githubWebhookSchemas.workflow_run, body);
    const { workflow_run: run } = payload;
    const repository = toGithubRepository(payload.repository.html_url);
    const paths = await this.#findPaths(repository, run.head_sha);
    return paths ? toRunPathEvents({ run, paths }, repository) : [];
  }

  /** What a commit changed, where that says which component it is about. */
  async #findPaths(
    repository: HostRepository,
    commit: string | null | undefined,
  ): Promise<string[] | undefined> {
    const { open, sink } = this.#options;
    if (!commit || !(await sink.isShared(repository.url))) {
      return undefined;
    }
    try {
      const key = `${repository.url}@${commit}`;
      const files =
        this.#changedFiles.get(key) ??
        (await open(repository).listChangedFiles(commit));
      this.#changedFiles.set(key, files);
      return toEventPaths(files);
    } catch (error) {
      this.#warn('A run or change counts for every component', error);
      return undefined;
    }
  }

  async #findPushEvents(body: unknown): Promise<CloudEvent[]> {
    const push = parseInput(githubWebhookSchemas.push, body);
    if (!isDefaultBranchPush(push)) {
      return [];
    }
    const repository = toGithubRepository(push.repository.html_url);
    try {
      const client = this.#options.open(repository);
      return (await client.hasPullRequest(push.after))
        ? []
        : toPushEvents(push, repository);
    } catch (error) {
      this.#warn('A push to a default branch was left out', error);
      return [];
    }
  }

  async #findMergeEvents(body: unknown): Promise<CloudEvent[]> {
    const { action, ...payload } = parseInput(
      githubWebhookSchemas.pull_request,
      body,
    );
    const pullRequest = payload.pull_request;
    if (action !== 'closed' || !pullRequest.merged_at) {
      return [];
    }
    const repository = toGithubRepository(payload.repository.html_url);
    const paths = await this.#findPaths(
      repository,
      pullRequest.merge_commit_sha,
    );
    try {
      const client = this.#options.open(repository);
      const firstCommitAt = await client.findFirstCommitAt(pullRequest.number);
      return toMergeDetailEvents(
        { pullRequest, firstCommitAt, paths },
        repository,
      );
    } catch (error) {
      this.#warn('The lead time of a change starts when it was opened', error);
      return toMergeDetailEvents({ pullRequest, paths }, repository);
    }
  }

  /** GitHub could not be asked: what the webhook told is stored all the same. */
  #warn(message: string, error: unknown): void {
    this.#options.logger.warn(
      `${message}, because GitHub could not be asked`,
      toError(error),
    );
  }
}

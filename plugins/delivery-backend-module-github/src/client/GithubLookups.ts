import { parseInput } from '@atrium/common';
import { toEventPaths } from '@atrium/plugin-delivery-node';
import { z } from 'zod';
import type { GithubRepository } from '../mapping/GithubRepository';
import { commitFilesSchema } from '../payloads/githubObjects';
import { readFirstCommitAt } from '../payloads/readFirstCommitAt';
import type { GithubClient } from './GithubClient';

const MAX_KEPT = 1_000;

/** What webhooks and lists do not tell, and has to be asked for. */
export class GithubLookups {
  readonly #client: Pick<GithubClient, 'request'>;
  // A run is told about three times, and several build one commit.
  readonly #paths = new Map<string, string[] | undefined>();

  constructor(client: Pick<GithubClient, 'request'>) {
    this.#client = client;
  }

  /** When the first commit of a pull request was made. */
  async findFirstCommitAt(
    repository: GithubRepository,
    pullRequestNumber: number,
  ): Promise<string | undefined> {
    const { body } = await this.#client.request(
      repository,
      // The oldest commit is the first of the list.
      `/pulls/${pullRequestNumber}/commits?per_page=1`,
    );
    return readFirstCommitAt(body);
  }

  /** What a commit changed; undefined where that is too much to be told. */
  async findChangedPaths(
    repository: GithubRepository,
    commit: string,
  ): Promise<string[] | undefined> {
    const key = `${repository.url}@${commit}`;
    if (!this.#paths.has(key)) {
      const { body } = await this.#client.request(
        repository,
        `/commits/${encodeURIComponent(commit)}`,
      );
      this.#paths.set(
        key,
        toEventPaths(parseInput(commitFilesSchema, body).files),
      );
      const [oldest] = this.#paths.keys();
      if (this.#paths.size > MAX_KEPT) {
        this.#paths.delete(oldest);
      }
    }
    return this.#paths.get(key);
  }

  /** Whether a pull request brought a commit to the repository. */
  async hasPullRequest(
    repository: GithubRepository,
    commit: string,
  ): Promise<boolean> {
    const { body } = await this.#client.request(
      repository,
      `/commits/${commit}/pulls?per_page=1`,
    );
    return parseInput(z.array(z.unknown()), body).length > 0;
  }
}

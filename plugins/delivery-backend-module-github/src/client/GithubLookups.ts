import { parseInput } from '@atrium/common';
import { z } from 'zod';
import type { GithubRepository } from '../mapping/GithubRepository';
import { readFirstCommitAt } from '../payloads/readFirstCommitAt';
import type { GithubClient } from './GithubClient';

/** What webhooks and lists do not tell, and has to be asked for. */
export class GithubLookups {
  readonly #client: Pick<GithubClient, 'request'>;

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

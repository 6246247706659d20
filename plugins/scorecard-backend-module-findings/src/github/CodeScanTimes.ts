import type { GithubRepository, PolledRepository } from '@atrium/git-hosts';

/** For how long the name of a default branch is taken for the same. */
const BRANCH_MS = 24 * 3_600_000;

/** Asks when code scanning looked at the default branch of repositories. */
export class CodeScanTimes {
  readonly #branches = new Map<string, { name: string; readAtMs: number }>();

  /** Undefined where nobody says. */
  async find(
    polled: PolledRepository<GithubRepository>,
  ): Promise<Date | undefined> {
    return polled.client.findLastCodeScan(await this.#findBranch(polled));
  }

  async #findBranch({
    client,
    repository: { url },
  }: PolledRepository<GithubRepository>): Promise<string> {
    const known = this.#branches.get(url);
    if (known && Date.now() - known.readAtMs < BRANCH_MS) {
      return known.name;
    }
    const { defaultBranch } = await client.getInfo();
    this.#branches.set(url, { name: defaultBranch, readAtMs: Date.now() });
    return defaultBranch;
  }
}

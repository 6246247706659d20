import type { GitHosts, RepositorySource } from '@atrium/git-hosts';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogProcessorCache } from '@backstage/plugin-catalog-node';
import { LRUCache } from 'lru-cache';

interface DefaultBranchesOptions {
  gitHosts: Pick<GitHosts, 'openSource'>;
  logger: LoggerService;
}

/** The catalog looks at an entity every few minutes, and many are of one file. */
const REMEMBERED_FOR_MS = 5 * 60_000;
const MAX_REPOSITORIES = 5_000;

/** Knows the default branches of repositories, by asking their hosts. */
export class DefaultBranches {
  readonly #options: DefaultBranchesOptions;
  /** Also that a host did not answer: the next entity does not wait for it again. */
  readonly #answers = new LRUCache<string, Promise<string | undefined>>({
    max: MAX_REPOSITORIES,
    ttl: REMEMBERED_FOR_MS,
    perf: Date,
    ttlResolution: 0,
  });

  constructor(options: DefaultBranchesOptions) {
    this.#options = options;
  }

  /**
   * The default branch of the repository that a file is in. While its host does
   * not answer, the branch of its last answer, which `cache` keeps; undefined
   * where there is none.
   */
  async find(
    fileUrl: string,
    cache: CatalogProcessorCache,
  ): Promise<string | undefined> {
    const { gitHosts, logger } = this.#options;
    const opened = gitHosts.openSource(fileUrl);
    if (!opened) {
      return undefined;
    }
    const { repository, source } = opened;
    try {
      const branch = await this.#ask(repository, source);
      if (branch !== undefined) {
        await cache.set(repository, branch);
      }
      return branch;
    } catch (error) {
      const known = await cache.get<string>(repository);
      if (known === undefined) {
        logger.warn(
          'The default branch of a repository that a Location points at is not known, so its files are not used',
          { repository, error: String(error) },
        );
      }
      return known;
    }
  }

  #ask(
    repository: string,
    source: RepositorySource,
  ): Promise<string | undefined> {
    const present = this.#answers.get(repository);
    if (present) {
      return present;
    }
    const answer = source.findDefaultBranch();
    this.#answers.set(repository, answer);
    return answer;
  }
}

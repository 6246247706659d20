import { words } from '../templateWords';
import { findWriteProblem } from '@atrium/backend-common';
import type {
  GitHosts,
  OpenByNameOptions,
  OpenedRepository,
} from '@atrium/git-hosts';
import type { UserEntity } from '@backstage/catalog-model';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { parseRepoUrl } from '@backstage/plugin-scaffolder-node';
import type { ScmIntegrations } from '@backstage/integration';
import type { RepositoryChoices } from '../catalog/readRepositoryChoices';
import type { RepositoryTarget } from './findRepositoryTargets';

/** What {@link RepositoryCheck} asks. */
export interface RepositoryCheckOptions {
  gitHosts: GitHosts;
  integrations: ScmIntegrations;
}

/** For whom a repository is checked, and what may be chosen. */
export interface RepositoryCheckRequest {
  offered: RepositoryChoices;
  user: UserEntity | undefined;
  /** A run that goes on may have made its repository already. */
  isRetry?: boolean;
}

/** Checks the repository that a step is going to make or change. */
export class RepositoryCheck {
  readonly #options: RepositoryCheckOptions;

  constructor(options: RepositoryCheckOptions) {
    this.#options = options;
  }

  /**
   * @throws InputError for a host or owner that is not offered, ConflictError
   * for a new repository whose name is taken, NotAllowedError when the person
   * may not change one that exists.
   */
  async check(
    { repoUrl, use }: RepositoryTarget,
    { offered, user, isRetry }: RepositoryCheckRequest,
  ): Promise<void> {
    const { integrations } = this.#options;
    const { host, owner = '', repo } = parseRepoUrl(repoUrl, integrations);
    requireOffered('host', host, offered.hosts);
    requireOffered('organisation', owner, offered.owners);

    const repository = this.#open({ host, owner, name: repo });
    if (!repository) {
      return;
    }
    if (use === 'create' && !isRetry && (await exists(repository))) {
      throw words.error(
        ConflictError,
        words.describe('templates.refusal.repositoryExists', {
          repository: `${owner}/${repo}`,
          host,
        }),
      );
    }
    if (use === 'write') {
      const problem = await findWriteProblem(repository, user);
      if (problem) {
        throw words.error(
          NotAllowedError,
          words.describe('templates.refusal.repositoryWrite', {
            repository: `${owner}/${repo}`,
            host,
            problem,
          }),
        );
      }
    }
  }

  /** Hosts that the portal reads only through their own actions pass. */
  #open(name: OpenByNameOptions): OpenedRepository | undefined {
    try {
      return this.#options.gitHosts.openByName(name);
    } catch (error) {
      if (error instanceof InputError) {
        return undefined;
      }
      throw error;
    }
  }
}

async function exists({ client }: OpenedRepository): Promise<boolean> {
  try {
    await client.getInfo();
    return true;
  } catch (error) {
    if (error instanceof NotFoundError) {
      return false;
    }
    throw error;
  }
}

function requireOffered(
  what: 'host' | 'organisation',
  value: string,
  offered: string[],
) {
  const isOffered = offered.some(
    one => one.toLocaleLowerCase('en-US') === value.toLocaleLowerCase('en-US'),
  );
  if (offered.length > 0 && !isOffered) {
    throw words.error(
      InputError,
      words.describe(`templates.refusal.${what}`, {
        value,
        offered: offered.join(', '),
      }),
    );
  }
}

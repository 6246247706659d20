import { parseRepositoryUrl } from '@atrium/git-hosts';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { ScmIntegrations } from '@backstage/integration';
import {
  parseRepoUrl,
  type ScaffolderService,
} from '@backstage/plugin-scaffolder-node';
import { createTemplateRenderer } from 'nunjitsu';
import { createEngineFilters } from '../filters/createEngineFilters';
import { findRepositoryTargets } from '../guard/findRepositoryTargets';

interface PublishedRepositoriesOptions {
  integrations: ScmIntegrations;
  scaffolder: Pick<ScaffolderService, 'listTasks'>;
}

/** More than one person has running at a time. */
const MAX_RUNS = 20;

/** The repositories that runs of templates are making right now. */
export class PublishedRepositories {
  readonly #options: PublishedRepositoriesOptions;

  constructor(options: PublishedRepositoriesOptions) {
    this.#options = options;
  }

  /**
   * Whether the file at an address is in a repository that a run of the person
   * makes, and which has not ended yet. Its name was free when the run began.
   */
  async contains(
    url: string,
    user: { credentials: BackstageCredentials; userEntityRef: string },
  ): Promise<boolean> {
    const { integrations, scaffolder } = this.#options;
    const { repository } = parseRepositoryUrl(url, integrations);
    const { items } = await scaffolder.listTasks(
      {
        createdBy: user.userEntityRef,
        status: 'processing',
        limit: MAX_RUNS,
      },
      { credentials: user.credentials },
    );
    return items.some(({ spec }) =>
      findRepositoryTargets(spec.steps, {
        parameters: spec.parameters,
        user: spec.user,
        renderer: createTemplateRenderer({
          filters: createEngineFilters(integrations),
        }),
      }).some(
        ({ use, repoUrl }) =>
          use === 'create' && this.#nameOf(repoUrl) === repository,
      ),
    );
  }

  #nameOf(repoUrl: string): string {
    const { host, owner, repo } = parseRepoUrl(
      repoUrl,
      this.#options.integrations,
    );
    return `${host}/${owner}/${repo}`.toLocaleLowerCase('en-US');
  }
}

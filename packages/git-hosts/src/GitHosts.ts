import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  type ScmIntegrationRegistry,
  ScmIntegrations,
} from '@backstage/integration';
import { GiteaHost } from './gitea/GiteaHost';
import { GithubHost } from './github/GithubHost';
import { GitlabHost } from './gitlab/GitlabHost';
import { encodePath } from './http/encodePath';
import {
  findRepositoryAddress,
  parseRepositoryUrl,
  type RepositoryAddress,
  toRepositoryUrl,
} from './parseRepositoryUrl';
import type { OpenRepositoryOptions } from './GitHost';
import type {
  RepositoryClient,
  RepositoryHistory,
  RepositorySource,
} from './RepositoryClient';

/** A place in a repository that the portal can write to. */
export interface OpenedRepository extends RepositoryAddress {
  client: RepositoryClient;
}

/** A file or folder whose past can be asked for. */
export interface OpenedHistory extends RepositoryAddress {
  history: RepositoryHistory;
}

/** A repository whose files can be read in the background. */
export interface OpenedSource extends RepositoryAddress {
  source: RepositorySource;
}

/** Which repository to open. */
export interface OpenByNameOptions {
  host: string;
  owner: string;
  name: string;
}

/** Every git host that the portal has an integration for. */
export class GitHosts {
  readonly gitea: GiteaHost;
  readonly github: GithubHost;
  readonly #gitlab: GitlabHost;
  readonly #integrations: ScmIntegrationRegistry;

  constructor(integrations: ScmIntegrationRegistry) {
    this.#integrations = integrations;
    this.#gitlab = new GitlabHost(integrations);
    this.gitea = new GiteaHost(integrations);
    this.github = new GithubHost({
      integrations,
      credentials:
        DefaultGithubCredentialsProvider.fromIntegrations(integrations),
    });
  }

  static fromConfig(config: Config): GitHosts {
    return new GitHosts(ScmIntegrations.fromConfig(config));
  }

  /**
   * Opens the repository that the page of a file or folder is in.
   *
   * @throws InputError when the portal cannot write to its host.
   */
  openFile(url: string): OpenedRepository {
    const address = parseRepositoryUrl(url, this.#integrations);
    const { owner, name, repositoryUrl, type } = address;
    const repository = { fullName: `${owner}/${name}`, url: repositoryUrl };
    const host = type === 'gitlab' ? undefined : this[type];
    if (!host?.hasCredentials(url)) {
      throw toAccessError(url);
    }
    return { ...address, client: host.open(repository) };
  }

  /**
   * Opens the past of the repository that a file or folder is in, for questions
   * that nobody waits for.
   *
   * @returns undefined for what is on no host that the portal knows.
   */
  openHistory(url: string): OpenedHistory | undefined {
    const opened = this.openSource(url);
    return opened && { ...opened, history: opened.source };
  }

  /**
   * Opens the files of the repository that a file or folder is in, for work that
   * nobody waits for.
   *
   * @returns undefined for what is on no host that the portal knows.
   */
  openSource(
    url: string,
    options?: Pick<OpenRepositoryOptions, 'signal'>,
  ): OpenedSource | undefined {
    const address = findRepositoryAddress(url, this.#integrations);
    if (!address) {
      return undefined;
    }
    const { owner, name, repositoryUrl, type } = address;
    const repository = { fullName: `${owner}/${name}`, url: repositoryUrl };
    const host = type === 'gitlab' ? this.#gitlab : this[type];
    return {
      ...address,
      source: host.open(repository, { ...options, isBackground: true }),
    };
  }

  /**
   * Opens the repository that a page is in.
   *
   * @throws InputError when the portal cannot write to its host.
   */
  openRepository(url: string): RepositoryClient {
    for (const host of [this.gitea, this.github]) {
      const repository = host.findRepository(url);
      if (repository && host.hasCredentials(url)) {
        return host.open(repository);
      }
    }
    throw toAccessError(url);
  }

  /**
   * Opens a repository by its name, wherever it begins.
   *
   * @throws InputError when the portal cannot write to its host.
   */
  openByName({ host, owner, name }: OpenByNameOptions): OpenedRepository {
    const gitea = this.#integrations.gitea.byHost(host)?.config;
    const baseUrl = (gitea?.baseUrl ?? `https://${host}`).replace(/\/+$/, '');
    return this.openFile(
      toRepositoryUrl({
        type: gitea ? 'gitea' : 'github',
        repositoryUrl: `${baseUrl}/${encodePath(`${owner}/${name}`)}`,
        branch: 'HEAD',
        path: '',
      }),
    );
  }
}

function toAccessError(url: string): InputError {
  return new InputError(
    `The portal cannot write to '${url}': it takes a branch on a Gitea or GitHub that it has credentials for`,
  );
}

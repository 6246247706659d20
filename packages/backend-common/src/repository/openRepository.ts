import { InputError } from '@backstage/errors';
import type {
  GithubCredentialsProvider,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import {
  parseRepositoryUrl,
  type RepositoryAddress,
} from '../origin/parseRepositoryUrl';
import { GiteaRepository } from './GiteaRepository';
import { GithubRepository } from './GithubRepository';
import type { RepositoryWriter } from './RepositoryWriter';

/** A place in a repository that one can write to. */
export interface OpenedRepository extends RepositoryAddress {
  writer: RepositoryWriter;
}

/** What the portal is configured to reach. */
export interface OpenRepositoryOptions {
  integrations: ScmIntegrationRegistry;
  githubCredentials: GithubCredentialsProvider;
}

/**
 * Opens the repository that the page of a file or folder is in.
 *
 * @throws InputError when the portal cannot write to its host.
 */
export function openRepository(
  url: string,
  options: OpenRepositoryOptions,
): OpenedRepository {
  const address = parseRepositoryUrl(url, options.integrations);
  const writer = openWriter(url, address, options);
  if (!writer) {
    throw new InputError(
      `The portal cannot write to '${url}': it takes a branch on a Gitea or GitHub that it has credentials for`,
    );
  }
  return { ...address, writer };
}

function openWriter(
  url: string,
  { owner, name: repo }: RepositoryAddress,
  { integrations, githubCredentials }: OpenRepositoryOptions,
): RepositoryWriter | undefined {
  const gitea = integrations.gitea.byUrl(url)?.config;
  if (gitea?.password) {
    return new GiteaRepository({ config: gitea, owner, repo });
  }
  const github = integrations.github.byUrl(url)?.config;
  if (github?.token || github?.apps?.length) {
    return new GithubRepository({
      config: github,
      credentials: githubCredentials,
      owner,
      repo,
    });
  }
  return undefined;
}

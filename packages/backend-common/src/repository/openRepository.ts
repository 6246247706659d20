import { InputError } from '@backstage/errors';
import type {
  GithubCredentialsProvider,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import { GiteaRepository } from './GiteaRepository';
import { GithubRepository } from './GithubRepository';
import type { RepositoryWriter } from './RepositoryWriter';

/** A place in a repository that one can write to. */
export interface OpenedRepository {
  writer: RepositoryWriter;
  branch: string;
  /** Without a slash at either end; empty for the root. */
  path: string;
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
  { integrations, githubCredentials }: OpenRepositoryOptions,
): OpenedRepository {
  const gitea = integrations.gitea.byUrl(url)?.config;
  if (gitea?.password) {
    const { owner, repo, rest } = splitAddress(url, gitea.baseUrl);
    const [kind, ...place] = rest.slice(1);
    if (rest[0] === 'src' && kind === 'branch') {
      return {
        writer: new GiteaRepository({ config: gitea, owner, repo }),
        ...toPlace(place, url),
      };
    }
  }
  const github = integrations.github.byUrl(url)?.config;
  if (github?.token || github?.apps?.length) {
    const { owner, repo, rest } = splitAddress(url);
    const [kind, ...place] = rest;
    if (['blob', 'tree', 'edit', 'raw'].includes(kind)) {
      return {
        writer: new GithubRepository({
          config: github,
          credentials: githubCredentials,
          owner,
          repo,
        }),
        ...toPlace(place, url),
      };
    }
  }
  throw new InputError(
    `The portal cannot write to '${url}': it takes a branch on a Gitea or GitHub that it has credentials for`,
  );
}

/** The parts of an address behind that of its host. */
function splitAddress(url: string, baseUrl?: string) {
  const prefix = baseUrl ? new URL(baseUrl).pathname.replace(/\/$/, '') : '';
  const { pathname } = new URL(url);
  const [owner = '', repo = '', ...rest] = pathname
    .slice(pathname.startsWith(`${prefix}/`) ? prefix.length : 0)
    .split('/')
    .slice(1)
    .map(decodeURIComponent);
  return { owner, repo: repo.replace(/\.git$/, ''), rest };
}

// Whether a slash ends the name of a branch cannot be seen; it does, as for
// everything else that reads by these addresses.
function toPlace([branch, ...path]: string[], url: string) {
  if (!branch) {
    throw new InputError(`'${url}' names no branch`);
  }
  return { branch, path: path.filter(part => part !== '').join('/') };
}

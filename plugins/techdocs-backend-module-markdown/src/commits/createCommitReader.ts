import { ResponseError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import {
  DefaultGithubCredentialsProvider,
  DefaultGitlabCredentialsProvider,
  getGiteaRequestOptions,
} from '@backstage/integration';
import type { ParsedLocationAnnotation } from '@backstage/plugin-techdocs-node';
import path from 'node:path';
import type { HostApi } from './hostApis';
import { giteaApi, githubApi, gitlabApi } from './hostApis';
import type { ReadLastCommit } from './PageCommit';

export interface CreateCommitReaderOptions {
  integrations: ScmIntegrationRegistry;
  location: ParsedLocationAnnotation | undefined;
  /** The commit that the site is built from. */
  commit: string;
}

interface Host {
  api: HostApi;
  baseUrl: string;
  headers(): Promise<Record<string, string> | undefined>;
}

function findHost(
  integrations: ScmIntegrationRegistry,
  url: string,
): Host | undefined {
  const gitea = integrations.gitea.byUrl(url)?.config;
  if (gitea) {
    const { headers } = getGiteaRequestOptions(gitea);
    return {
      api: giteaApi,
      baseUrl: gitea.baseUrl ?? `https://${gitea.host}`,
      headers: async () => headers,
    };
  }
  const github = integrations.github.byUrl(url)?.config;
  if (github?.apiBaseUrl) {
    const provider =
      DefaultGithubCredentialsProvider.fromIntegrations(integrations);
    return {
      api: githubApi(github.apiBaseUrl),
      baseUrl: `https://${github.host}`,
      headers: async () => (await provider.getCredentials({ url })).headers,
    };
  }
  const gitlab = integrations.gitlab.byUrl(url)?.config;
  if (gitlab) {
    const provider =
      DefaultGitlabCredentialsProvider.fromIntegrations(integrations);
    return {
      api: gitlabApi(gitlab.apiBaseUrl),
      baseUrl: gitlab.baseUrl,
      headers: async () => (await provider.getCredentials({ url })).headers,
    };
  }
  return undefined;
}

/**
 * Makes the function that asks the git host of a site for commits.
 *
 * @returns undefined for a host whose API is not known, or a local folder.
 */
export function createCommitReader(
  options: CreateCommitReaderOptions,
): ReadLastCommit | undefined {
  const { integrations, location, commit } = options;
  if (location?.type !== 'url') {
    return undefined;
  }
  const host = findHost(integrations, location.target);
  const repository = host?.api.parse(location.target, host.baseUrl);
  if (!host || !repository) {
    return undefined;
  }
  return async (filePath, signal) => {
    const fullPath = path.posix.join(repository.folder, filePath);
    const query = new URLSearchParams(host.api.query(commit, fullPath));
    const response = await fetch(`${repository.commitsUrl}?${query}`, {
      headers: { Accept: 'application/json', ...(await host.headers()) },
      signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return host.api.read(await response.json());
  };
}

import type { ScmIntegrations } from '@backstage/integration';

export interface RepositoryName {
  host: string;
  owner: string;
  repo: string;
  /** Default: wherever the repository begins. */
  branch?: string;
}

/**
 * The page of a branch, as `openRepository` takes it; nothing for a host whose
 * pages it does not know.
 */
export function toRepositoryPage(
  { host, owner, repo, branch = 'HEAD' }: RepositoryName,
  integrations: ScmIntegrations,
): string | undefined {
  const path = [owner, repo].map(encodeURIComponent).join('/');
  const ref = encodeURIComponent(branch);
  const gitea = integrations.gitea.byHost(host)?.config;
  if (gitea) {
    const baseUrl = gitea.baseUrl ?? `https://${host}`;
    return `${baseUrl.replace(/\/$/, '')}/${path}/src/branch/${ref}`;
  }
  return integrations.github.byHost(host)
    ? `https://${host}/${path}/tree/${ref}`
    : undefined;
}

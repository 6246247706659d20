import type { ScmIntegrationRegistry } from '@backstage/integration';

/** Scheme and host, and the path as it is written. */
const PARTS = /^https?:\/\/[^/?#]+(?<path>[^?#]*)/i;

/**
 * Whether everybody who reads by an address understands the same by it.
 *
 * @remarks
 *
 * The portal normalises an address before it takes it apart. The stock reader of
 * Gitea splits it as it is written and puts the parts into another address, which
 * is normalised then; that of GitHub puts the decoded path there. So `..`, or the
 * beginning of a query, has them read from another repository or branch than the
 * address names.
 */
export function isPlainAddress(
  url: string,
  integrations: Pick<ScmIntegrationRegistry, 'gitea'>,
): boolean {
  const path = PARTS.exec(url)?.groups?.path;
  return (
    path !== undefined &&
    URL.canParse(url) &&
    url === url.trim() &&
    !/[\\\p{Cc}]|%3f/iu.test(url) &&
    !path.split('/').some(isDots) &&
    isPlainForGitea(url, integrations)
  );
}

/** What is left out when an address is normalised, in all its spellings. */
function isDots(segment: string): boolean {
  return /^(\.|%2e){1,2}$/i.test(segment);
}

function isPlainForGitea(
  url: string,
  { gitea }: Pick<ScmIntegrationRegistry, 'gitea'>,
): boolean {
  const config = gitea.byUrl(url)?.config;
  if (!config) {
    return true;
  }
  const base = config.baseUrl ?? `https://${config.host}`;
  return (
    url.toLowerCase().startsWith(`${base.toLowerCase()}/`) &&
    // By position: an empty segment moves the others. The query goes into that of
    // the reader, and what stands behind a # takes the branch with it.
    !/[?#]|\/\/(?!\/*$)/.test(url.slice(base.length))
  );
}

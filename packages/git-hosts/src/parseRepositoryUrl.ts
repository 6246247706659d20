import { InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import { encodePath } from './http/encodePath';
import { isPlainAddress } from './isPlainAddress';

/** Git hosts whose addresses the portal takes apart itself. */
export type RepositoryHostType = 'gitea' | 'github' | 'gitlab';

/** A file or folder on a branch of a repository. */
export interface RepositoryAddress {
  type: RepositoryHostType;
  /** `host/owner/name` in lower case: what two addresses are compared by. */
  repository: string;
  /** The page of the repository, without a slash at the end. */
  repositoryUrl: string;
  host: string;
  owner: string;
  name: string;
  branch: string;
  /** Without a slash at either end; empty for the root. */
  path: string;
}

const GITHUB_PAGES = ['blob', 'tree', 'edit', 'raw'];
const GITLAB_PAGES = ['blob', 'tree', 'edit', 'raw'];
const HOST_TYPES = ['gitea', 'github', 'gitlab'] as const;

/**
 * Takes the address of a file or folder on a configured Gitea, GitHub or GitLab
 * apart.
 *
 * @remarks A branch is one segment: whether a slash ends its name cannot be
 * seen, and everything else that reads by these addresses decides the same.
 *
 * @throws InputError for any other address, and where a part of it would lead
 * elsewhere once it is decoded.
 */
export function parseRepositoryUrl(
  url: string,
  integrations: ScmIntegrationRegistry,
): RepositoryAddress {
  const type = HOST_TYPES.find(one => integrations[one].byUrl(url));
  const parsed = type && URL.canParse(url) ? new URL(url) : undefined;
  if (!type || !parsed || parsed.username || parsed.password) {
    throw new InputError(
      `'${url}' is not on a Gitea, GitHub or GitLab that the portal is configured for`,
    );
  }
  if (!isPlainAddress(url, integrations)) {
    throw new InputError(
      `'${url}' has a part by which its host could be asked for something else`,
    );
  }
  const prefix = findPrefix(type, url, integrations);
  const place = splitPath(type, readSegments(parsed, { prefix, url }));
  if (!place) {
    throw new InputError(`'${url}' is no file or folder on a branch`);
  }
  const { owner, branch, path } = place;
  const name = place.name.replace(/\.git$/, '');
  return {
    type,
    repository: `${parsed.host}/${owner}/${name}`.toLocaleLowerCase('en-US'),
    repositoryUrl: `${parsed.origin}${prefix}/${encodePath(owner)}/${encodePath(
      name,
    )}`,
    host: parsed.host,
    owner,
    name,
    branch,
    path: path.join('/'),
  };
}

/** The same, and nothing for an address that cannot be taken apart. */
export function findRepositoryAddress(
  url: string | undefined,
  integrations: ScmIntegrationRegistry,
): RepositoryAddress | undefined {
  try {
    return url ? parseRepositoryUrl(url, integrations) : undefined;
  } catch {
    return undefined;
  }
}

/** The address of a file on its host. */
export function toRepositoryUrl(
  address: Pick<
    RepositoryAddress,
    'type' | 'repositoryUrl' | 'branch' | 'path'
  >,
): string {
  const { type, repositoryUrl, branch, path } = address;
  const page = {
    gitea: 'src/branch',
    github: 'blob',
    gitlab: '-/blob',
  }[type];
  return `${repositoryUrl}/${page}/${encodeURIComponent(branch)}/${encodePath(
    path,
  )}`;
}

/** What stands between the host and the owner, where a host is not at the root. */
function findPrefix(
  type: RepositoryHostType,
  url: string,
  integrations: ScmIntegrationRegistry,
): string {
  const baseUrl =
    type === 'github'
      ? undefined
      : integrations[type].byUrl(url)?.config.baseUrl;
  return baseUrl ? new URL(baseUrl).pathname.replace(/\/$/, '') : '';
}

function readSegments(
  { pathname }: URL,
  { prefix, url }: { prefix: string; url: string },
): string[] {
  const segments = pathname
    .slice(pathname.startsWith(`${prefix}/`) ? prefix.length : 0)
    .split('/')
    .filter(segment => segment !== '');
  return segments.map(segment => decodeSegment(segment, url));
}

function decodeSegment(segment: string, url: string): string {
  try {
    const decoded = decodeURIComponent(segment);
    if (!/[\\\p{Cc}]/u.test(decoded)) {
      return decoded;
    }
  } catch {
    // Said below.
  }
  throw new InputError(`'${url}' has a part that no repository has`);
}

interface Place {
  owner: string;
  name: string;
  branch: string;
  path: string[];
}

function splitPath(
  type: RepositoryHostType,
  segments: string[],
): Place | undefined {
  const place = splitByHost(type, segments);
  // A branch may have a slash, escaped; nothing else may gain one. In a query,
  // where some readers put it as it is, it must stay one.
  const others = place && [...place.owners, place.name, ...place.path];
  const isSafe = others?.every(
    part => part !== '.' && part !== '..' && part !== '' && !part.includes('/'),
  );
  const isSafeBranch =
    !/[#&]/.test(place?.branch ?? '') &&
    place?.branch
      ?.split('/')
      .every(part => part !== '' && part !== '.' && part !== '..');
  return place && place.branch && isSafe && isSafeBranch
    ? {
        owner: place.owners.join('/'),
        name: place.name,
        branch: place.branch,
        path: place.path,
      }
    : undefined;
}

function splitByHost(type: RepositoryHostType, segments: string[]) {
  const [owner = '', name = '', ...rest] = segments;
  switch (type) {
    case 'gitea': {
      const [src, kind, branch, ...path] = rest;
      return src === 'src' && kind === 'branch'
        ? { owners: [owner], name, branch, path }
        : undefined;
    }
    case 'github': {
      const [page = '', branch, ...path] = rest;
      return GITHUB_PAGES.includes(page)
        ? { owners: [owner], name, branch, path }
        : undefined;
    }
    case 'gitlab': {
      // GitLab nests groups as deep as one likes, and says where they end.
      const end = segments.indexOf('-');
      const [page = '', branch, ...path] = segments.slice(end + 1);
      return end >= 2 && GITLAB_PAGES.includes(page)
        ? {
            owners: segments.slice(0, end - 1),
            name: segments[end - 1],
            branch,
            path,
          }
        : undefined;
    }
    default:
      return undefined;
  }
}

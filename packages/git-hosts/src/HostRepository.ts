/** What a repository is called. */
export interface RepositoryName {
  /** Owner and name with a slash between them. */
  fullName: string;
  /** Its page. */
  url: string;
}

/** A repository at a git host. */
export interface HostRepository extends RepositoryName {
  /** The page of the host, which every event from there has as its source. */
  source: string;
}

/** A page in a repository. */
export interface RepositoryPage extends HostRepository {
  /** What the address says beyond the repository, without a slash before it. */
  rest: string;
}

const NAME = /^(?!\.{1,2}$)[\w.-]+$/;

/**
 * Reads the address of a page in a repository of a host.
 *
 * @returns undefined for an address that is not below `source`, or names no
 * repository.
 */
export function parseRepositoryPage(
  url: string,
  source: string,
): RepositoryPage | undefined {
  if (!url.startsWith(`${source}/`)) {
    return undefined;
  }
  const [owner, lastPart = '', ...rest] = url
    .slice(source.length + 1)
    .replace(/[?#].*$/, '')
    .split('/');
  const name = lastPart.replace(/\.git$/, '');
  const fullName = `${owner}/${name}`;
  return NAME.test(owner) && NAME.test(name)
    ? { fullName, source, url: `${source}/${fullName}`, rest: rest.join('/') }
    : undefined;
}

import type { HostRepository } from '@atrium/plugin-delivery-node';

const NAME = /^(?!\.{1,2}$)[\w.-]+$/;

/** A repository, and where in it an address leads. */
export interface GiteaRepository extends HostRepository {
  /** What the address says beyond the repository, without a slash before it. */
  rest: string;
}

/** Reads the address of a page in a repository of a host. */
export function parseGiteaRepository(
  url: string,
  baseUrl: string,
): GiteaRepository | undefined {
  if (!url.startsWith(`${baseUrl}/`)) {
    return undefined;
  }
  const [owner, lastPart = '', ...rest] = url
    .slice(baseUrl.length + 1)
    .replace(/[?#].*$/, '')
    .split('/');
  const name = lastPart.replace(/\.git$/, '');
  const fullName = `${owner}/${name}`;
  return NAME.test(owner) && NAME.test(name)
    ? {
        fullName,
        source: baseUrl,
        url: `${baseUrl}/${fullName}`,
        rest: rest.join('/'),
      }
    : undefined;
}

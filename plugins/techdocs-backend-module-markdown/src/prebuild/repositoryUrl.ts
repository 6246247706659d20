/**
 * What stands between a repository and a path inside it in the addresses of
 * the hosts that Backstage reads from.
 */
const INSIDE = /\/(?:-|src|blob|tree|edit|raw|_edit|browse)(?:\/|$)/;

/**
 * The repository that an address on a git host belongs to.
 *
 * @remarks
 * Only good for comparing addresses with each other: hosts write one file as
 * `/tree/main/docs`, `/blob/main/docs` and `/src/branch/main/docs`.
 */
export function repositoryUrl(url: string): string {
  if (!URL.canParse(url)) {
    return url;
  }
  const { origin, pathname } = new URL(url);
  // Owner and repository may have any name, even `src`.
  const [, owner = '', name = '', ...rest] = pathname.split('/');
  const below = `/${rest.join('/')}`;
  const at = below.search(INSIDE);
  const path = `/${owner}/${name}${at < 0 ? below : below.slice(0, at)}`;
  return `${origin}${path
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')}`.toLowerCase();
}

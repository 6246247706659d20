/** An address of the git host with a place where the path of a file goes. */
export interface AddressPattern {
  before: string;
  after: string;
  /** The path is the value of a query parameter. */
  isInQuery: boolean;
}

/** Where a repository is on its git host; plain data, without any secret. */
export interface RepositoryAddresses {
  view: AddressPattern | undefined;
  edit: AddressPattern | undefined;
  /** The page of the repository, where commits are below it. */
  root: string | undefined;
}

/** Of a repository that is on no git host, or on one that is not known. */
export const noAddresses: RepositoryAddresses = {
  view: undefined,
  edit: undefined,
  root: undefined,
};

export function encodePath(path: string): string {
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

/** The address of one file, or of the repository's folder for `.`. */
export function addressOf(pattern: AddressPattern, path: string): string {
  const encoded = path === '.' ? '' : encodePath(path);
  const written = pattern.isInQuery
    ? new URLSearchParams([['', encoded]]).toString().slice(1)
    : encoded;
  return pattern.before + written + pattern.after;
}

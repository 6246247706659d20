import { InputError } from '@backstage/errors';

/** A repository, as far as events need to name it. */
export interface GithubRepository {
  /** Owner and name with a slash between them. */
  fullName: string;
  /** Its page. */
  url: string;
  /** The host, which every event from there has as its source. */
  source: string;
}

/** Reads a repository from the address of its page. */
export function toGithubRepository(pageUrl: string): GithubRepository {
  const { origin, pathname } = new URL(pageUrl);
  const [owner, name] = pathname.split('/').filter(part => part !== '');
  if (!owner || !name) {
    throw new InputError(`'${pageUrl}' is not the page of a repository`);
  }
  const fullName = `${owner}/${name}`;
  return { fullName, url: `${origin}/${fullName}`, source: origin };
}

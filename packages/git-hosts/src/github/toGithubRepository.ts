import { InputError } from '@backstage/errors';
import { type HostRepository, parseRepositoryPage } from '../HostRepository';

/** Reads a repository of GitHub from the address of a page in it. */
export function toGithubRepository(pageUrl: string): HostRepository {
  const page = parseRepositoryPage(pageUrl, new URL(pageUrl).origin);
  if (!page) {
    throw new InputError(`'${pageUrl}' is not the page of a repository`);
  }
  const { fullName, url, source } = page;
  return { fullName, url, source };
}

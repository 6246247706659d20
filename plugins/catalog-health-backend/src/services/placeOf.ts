import { findRepositoryAddress } from '@atrium/git-hosts';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { ProblemPlace } from './FoundProblem';
import { toPlainText } from './toPlainText';

interface PlaceOptions {
  /** The file that is wrong. */
  location?: string;
  /** The file that the platform or a person pointed the catalog to. */
  origin?: string;
  integrations: ScmIntegrationRegistry;
}

const NOWHERE = { repository: 'This portal', path: 'Its own files' };

/**
 * Which file somebody has to change.
 *
 * @remarks Any repository may list a file of another one. So the other one is
 * not told, let alone marked on its host: the file that does the listing is
 * meant. Where a repository is discovered, both are the same.
 */
export function placeOf(options: PlaceOptions): ProblemPlace {
  const { location, origin = location, integrations } = options;
  const file = findRepositoryAddress(location, integrations);
  const root = findRepositoryAddress(origin, integrations);
  const isOwn = file?.repository === root?.repository;
  const address = isOwn ? file : root;
  const url = isOwn ? location : origin;
  if (address) {
    return {
      url,
      repositoryUrl: address.repositoryUrl,
      repository: toPlainText(`${address.owner}/${address.name}`),
      branch: address.branch,
      path: toPlainText(address.path),
    };
  }
  return url && URL.canParse(url) && /^https?:/.test(url)
    ? {
        url,
        repository: toPlainText(new URL(url).host),
        path: toPlainText(new URL(url).pathname),
      }
    : { ...NOWHERE, ...(url && { path: toPlainText(url) }) };
}

import { InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';

/**
 * Where a file is that an entity names, seen from where the entity is.
 *
 * @remarks The portal reads with its own credentials, so an entity may only
 * name files of the repository it comes from itself.
 *
 * @throws InputError when it leads out of that repository.
 */
export function resolveFileUrl(
  path: string,
  options: { base: string; integrations: ScmIntegrationRegistry },
): string {
  const { base, integrations } = options;
  const url = integrations.resolveUrl({ url: path, base });
  if (repositoryOf(url) !== repositoryOf(base)) {
    throw new InputError(
      `'${path}' is not in the repository of the entity, so it is not read`,
    );
  }
  return url;
}

/** The web page of the repository that a URL leads into. */
export function repositoryOf(url: string): string {
  const { origin, pathname } = new URL(url);
  // GitLab nests groups as deep as one likes, and says where they end.
  const [gitlab, rest] = pathname.split('/-/');
  const path =
    rest === undefined ? pathname.split('/').slice(0, 3).join('/') : gitlab;
  return `${origin}${path}`.toLocaleLowerCase('en-US');
}

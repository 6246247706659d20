import { type HostRepository, isWantedRepository } from '@atrium/git-hosts';
import { SOURCE_LOCATION_ANNOTATION } from '@atrium/plugin-delivery-common';
import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** What finding repositories needs. */
export interface ListRepositoriesOptions {
  catalog: CatalogService;
  auth: AuthService;
  /** The repository that an address at a configured host is in. */
  findRepository(url: string): HostRepository | undefined;
  /** `owner/name` or `owner/*`; undefined: all. */
  patterns?: string[];
}

/** The Gitea repositories that components have their source in, each once. */
export async function listRepositories(
  options: ListRepositoriesOptions,
): Promise<HostRepository[]> {
  const { catalog, auth, findRepository, patterns } = options;
  const repositories = new Map<string, HostRepository>();
  const pages = catalog.streamEntities(
    {
      filter: { kind: 'component' },
      fields: ['metadata.annotations'],
    },
    // A task acts for nobody: what people see of it is decided when they ask.
    { credentials: await auth.getOwnServiceCredentials() },
  );
  for await (const entities of pages) {
    for (const { metadata } of entities) {
      const location = metadata?.annotations?.[SOURCE_LOCATION_ANNOTATION];
      const repository =
        location && findRepository(location.replace(/^url:/, ''));
      if (repository && isWantedRepository(repository, patterns)) {
        repositories.set(repository.url.toLowerCase(), repository);
      }
    }
  }
  return [...repositories.values()];
}

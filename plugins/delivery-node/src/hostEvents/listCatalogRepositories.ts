import { type HostRepository, matchesPatterns } from '@atrium/git-hosts';
import type { AuthService } from '@backstage/backend-plugin-api';
import type { QueryEntitiesInitialRequest } from '@backstage/catalog-client';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** What finding repositories needs. */
export interface ListCatalogRepositoriesOptions {
  catalog: CatalogService;
  auth: AuthService;
  /** Which entities to look at; only their annotations are read. */
  request: Pick<QueryEntitiesInitialRequest, 'filter' | 'query'>;
  /** The repository that the annotations of an entity name. */
  findRepository(
    annotations: Record<string, string>,
  ): HostRepository | undefined;
  /** `owner/name` or `owner/*`; undefined: all. */
  patterns?: string[];
}

/** The repositories of a git host that entities of the catalog name, each once. */
export async function listCatalogRepositories(
  options: ListCatalogRepositoriesOptions,
): Promise<HostRepository[]> {
  const { catalog, auth, request, findRepository, patterns } = options;
  const repositories = new Map<string, HostRepository>();
  const pages = catalog.streamEntities(
    { ...request, fields: ['metadata.annotations'] },
    // A task acts for nobody: what people see of it is decided when they ask.
    { credentials: await auth.getOwnServiceCredentials() },
  );
  for await (const entities of pages) {
    for (const { metadata } of entities as Partial<Entity>[]) {
      const repository = findRepository(metadata?.annotations ?? {});
      if (repository && matchesPatterns(repository, patterns)) {
        repositories.set(repository.url.toLowerCase(), repository);
      }
    }
  }
  return [...repositories.values()];
}

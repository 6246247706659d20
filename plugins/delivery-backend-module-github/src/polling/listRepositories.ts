import {
  type HostRepository,
  isWantedRepository,
  toGithubRepository,
} from '@atrium/git-hosts';
import {
  GITHUB_PROJECT_SLUG_ANNOTATION,
  SOURCE_LOCATION_ANNOTATION,
} from '@atrium/plugin-delivery-common';
import type { AuthService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** What finding repositories needs. */
export interface ListRepositoriesOptions {
  catalog: CatalogService;
  auth: AuthService;
  /** Whether the portal has an integration for the host of an address. */
  covers(url: string): boolean;
  /** `owner/name` or `owner/*`; undefined: all. */
  patterns?: string[];
}

/** The GitHub repositories that entities of the catalog name, each once. */
export async function listRepositories(
  options: ListRepositoriesOptions,
): Promise<HostRepository[]> {
  const { catalog, auth, covers, patterns } = options;
  const repositories = new Map<string, HostRepository>();
  const pages = catalog.streamEntities(
    {
      query: {
        [`metadata.annotations.${GITHUB_PROJECT_SLUG_ANNOTATION}`]: {
          $exists: true,
        },
      },
      fields: ['kind', 'metadata'],
    },
    // A task acts for nobody: what people see of it is decided when they ask.
    { credentials: await auth.getOwnServiceCredentials() },
  );
  for await (const entities of pages) {
    for (const entity of entities) {
      const repository = readRepository(entity, covers);
      if (repository && isWantedRepository(repository, patterns)) {
        repositories.set(repository.url.toLowerCase(), repository);
      }
    }
  }
  return [...repositories.values()];
}

function readRepository(
  { metadata: { annotations = {} } }: Entity,
  covers: (url: string) => boolean,
): HostRepository | undefined {
  const slug = annotations[GITHUB_PROJECT_SLUG_ANNOTATION];
  if (!/^[\w-]+\/(?!\.{1,2}$)[\w.-]+$/.test(slug)) {
    return undefined;
  }
  // The annotation names no host; the source has one when it is not github.com.
  const location = annotations[SOURCE_LOCATION_ANNOTATION]?.replace(
    /^url:/,
    '',
  );
  const origin =
    location && URL.canParse(location) && covers(location)
      ? new URL(location).origin
      : 'https://github.com';
  return covers(origin) ? toGithubRepository(`${origin}/${slug}`) : undefined;
}

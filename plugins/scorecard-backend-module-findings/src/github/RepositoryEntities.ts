import { type EntityOrigins, hashJson } from '@atrium/backend-common';
import type { HostRepository } from '@atrium/git-hosts';
import type { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import {
  ANNOTATION_LOCATION,
  type Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { LRUCache } from 'lru-cache';

interface RepositoryEntitiesOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'streamEntities'>;
  origins: Pick<EntityOrigins, 'find' | 'getFolder'>;
}

/** A component, and the folder of its repository that is its own. */
interface FolderOwner {
  entityRef: string;
  /** Without a slash at either end; empty for the root. */
  folder: string;
}

interface KnownRepository {
  repository: HostRepository;
  owners: FolderOwner[];
}

interface KnownEntities {
  repositories: Map<string, KnownRepository>;
  /** The addresses of repositories, by entity. */
  urls: Map<string, string | undefined>;
}

const TTL_MS = 60_000;
const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
];

/**
 * Knows whose the repositories of GitHub are: of the components whose
 * `catalog-info.yaml` lies there. What annotations say of other repositories does
 * not count, since alerts are not for everybody (see ADR 0015).
 */
export class RepositoryEntities {
  readonly #options: RepositoryEntitiesOptions;
  readonly #cache = new LRUCache<string, Promise<KnownEntities>>({
    max: 1,
    ttl: TTL_MS,
    perf: Date,
  });

  constructor(options: RepositoryEntitiesOptions) {
    this.#options = options;
  }

  /** The repositories that components lie in, in order. */
  async listRepositories(): Promise<HostRepository[]> {
    const known = await this.#read();
    return [...known.values()]
      .map(({ repository }) => repository)
      .sort((one, other) => one.url.localeCompare(other.url));
  }

  /** The components that lie in a repository. */
  async listEntityRefs(repositoryUrl: string): Promise<string[]> {
    const known = await this.#read();
    const owners = known.get(repositoryUrl.toLowerCase())?.owners ?? [];
    return owners.map(({ entityRef }) => entityRef).sort();
  }

  /**
   * The repository that each component lies in, by its reference; nothing for one
   * that lies elsewhere.
   */
  async findRepositoryUrls(): Promise<Map<string, string | undefined>> {
    const { urls } = await this.#readAll();
    return urls;
  }

  /** What is another one once other components lie in a repository, or elsewhere in it. */
  async nameOwners(repositoryUrl: string): Promise<string> {
    const known = await this.#read();
    const owners = known.get(repositoryUrl.toLowerCase())?.owners ?? [];
    return hashJson(
      owners.map(({ entityRef, folder }) => `${entityRef} ${folder}`).sort(),
    );
  }

  /**
   * Whose a file of a repository is: of the components of the innermost folder
   * that it is in. What has no file, or one in nobody's folder, is everybody's.
   */
  async findOwners(
    repositoryUrl: string,
    file: string | undefined,
  ): Promise<string[]> {
    const known = await this.#read();
    const owners = known.get(repositoryUrl.toLowerCase())?.owners ?? [];
    const around = owners.filter(({ folder }) => contains(folder, file));
    const depth = Math.max(...around.map(({ folder }) => folder.length));
    const innermost = around.filter(({ folder }) => folder.length === depth);
    return (innermost.length > 0 ? innermost : owners)
      .map(({ entityRef }) => entityRef)
      .sort();
  }

  async #read(): Promise<Map<string, KnownRepository>> {
    const { repositories } = await this.#readAll();
    return repositories;
  }

  async #readAll(): Promise<KnownEntities> {
    const present = this.#cache.get('all');
    if (present) {
      return present;
    }
    const answer = this.#find();
    this.#cache.set('all', answer);
    answer.catch(() => this.#cache.delete('all'));
    return answer;
  }

  async #find(): Promise<KnownEntities> {
    const { auth, catalog, origins } = this.#options;
    const known: KnownEntities = { repositories: new Map(), urls: new Map() };
    const pages = catalog.streamEntities(
      {
        filter: {
          kind: 'component',
          [`metadata.annotations.${ANNOTATION_LOCATION}`]:
            CATALOG_FILTER_EXISTS,
        },
        fields: FIELDS,
      },
      // Where entities come from does not depend on who looks.
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      for (const entity of page) {
        addEntity(known, entity, origins);
      }
    }
    return known;
  }
}

function addEntity(
  { repositories: known, urls }: KnownEntities,
  entity: Entity,
  origins: RepositoryEntitiesOptions['origins'],
): void {
  const origin = origins.find(entity);
  const entityRef = stringifyEntityRef(entity);
  if (origin?.type !== 'github') {
    urls.set(entityRef, undefined);
    return;
  }
  const { repositoryUrl: url, owner, name } = origin;
  const one = known.get(url.toLowerCase()) ?? {
    repository: {
      fullName: `${owner}/${name}`,
      url,
      source: new URL(url).origin,
    },
    owners: [],
  };
  urls.set(entityRef, url);
  one.owners.push({
    entityRef,
    folder: origins.getFolder(entity),
  });
  known.set(url.toLowerCase(), one);
}

function contains(folder: string, file: string | undefined): boolean {
  return file === undefined
    ? folder === ''
    : folder === '' || file.startsWith(`${folder}/`);
}

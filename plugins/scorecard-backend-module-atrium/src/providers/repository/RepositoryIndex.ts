import type { EntityOrigins } from '@atrium/backend-common';
import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { HOUR_MS } from '../../facts/elapsed';

interface RepositoryIndexOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'streamEntities'>;
  origins: Pick<EntityOrigins, 'find'>;
}

/** The kinds of entities that repositories tell something of. */
export const REPOSITORY_KINDS = ['component', 'api', 'resource', 'system'];

const FRESH_MS = HOUR_MS / 12;
const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
];

/** Knows which entities come from a branch of a repository. */
export class RepositoryIndex {
  readonly #options: RepositoryIndexOptions;
  #read: { at: number; refs: Promise<Map<string, string[]>> } | undefined;

  constructor(options: RepositoryIndexOptions) {
    this.#options = options;
  }

  /** Refs of the entities; those that are new may be missing for five minutes. */
  async find(repositoryUrl: string, branch: string): Promise<string[]> {
    if (!this.#read || Date.now() - this.#read.at > FRESH_MS) {
      const refs = this.#build();
      this.#read = { at: Date.now(), refs };
      refs.catch(() => {
        this.#read = undefined;
      });
    }
    const refs = await this.#read.refs;
    return refs.get(keyOf(repositoryUrl, branch)) ?? [];
  }

  async #build(): Promise<Map<string, string[]>> {
    const { auth, catalog, origins } = this.#options;
    // Nobody asks: a push concerns every entity of its repository.
    const credentials = await auth.getOwnServiceCredentials();
    const refs = new Map<string, string[]>();
    const pages = catalog.streamEntities(
      { filter: { kind: [...REPOSITORY_KINDS] }, fields: FIELDS },
      { credentials },
    );
    for await (const page of pages) {
      for (const entity of page) {
        const origin = origins.find(entity);
        if (origin) {
          const key = keyOf(origin.repositoryUrl, origin.branch);
          refs.set(key, [...(refs.get(key) ?? []), stringifyEntityRef(entity)]);
        }
      }
    }
    return refs;
  }
}

/** Hosts do not mind the case of a repository. */
function keyOf(repositoryUrl: string, branch: string): string {
  return `${repositoryUrl.toLowerCase()}#${branch}`;
}

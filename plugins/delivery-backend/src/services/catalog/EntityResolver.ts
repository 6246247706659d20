import { ORIGIN_ANNOTATIONS } from '@atrium/backend-common';
import {
  DELIVERY_SERVICE_ANNOTATION,
  GITHUB_PROJECT_SLUG_ANNOTATION,
} from '@atrium/plugin-delivery-common';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { CatalogChangeStore } from '../../database/CatalogChangeStore';
import { buildEntityIndex, type EntityIndex } from './buildEntityIndex';
import type { RepositoryConflict } from './findRepositoryConflicts';
import type { RepositoryClaims } from './RepositoryClaims';

interface EntityResolverOptions {
  changes: Pick<CatalogChangeStore, 'count'>;
  claims: Pick<RepositoryClaims, 'read'>;
  catalog: Pick<CatalogService, 'queryEntities' | 'streamEntities'>;
  auth: AuthService;
  logger: LoggerService;
}

const MAX_AGE_MS = 60_000;
/** What nobody tells of, and no count shows, is found this late. */
const FULL_PASS_MS = 60 * 60_000;
const COMPONENTS = { kind: 'component' };
// A catalog that does not answer is asked again soon, but not by every request.
const RETRY_AFTER_MS = 5_000;

/**
 * Knows which entity a repository or a service belongs to, from a copy of what
 * the catalog says that is at most a minute old. While nothing changes, nothing is
 * read but how many components there are.
 */
export class EntityResolver {
  readonly #options: EntityResolverOptions;
  #index: EntityIndex;
  #freshUntil = 0;
  /** Of which state of the catalog the index is. */
  #read: { changes: string; at: number } | undefined;
  #refresh: Promise<void> | undefined;

  constructor(options: EntityResolverOptions) {
    this.#options = options;
    this.#index = buildEntityIndex([], options.claims);
  }

  /**
   * The present index. Waits for the first one; later it answers with what is
   * there while a newer one is fetched, so that no request waits for it.
   */
  async getIndex(): Promise<EntityIndex> {
    const isFirst = this.#freshUntil === 0;
    if (Date.now() >= this.#freshUntil && !this.#refresh) {
      this.#refresh = this.refresh().finally(() => {
        this.#refresh = undefined;
      });
    }
    if (isFirst) {
      await this.#refresh;
    }
    return this.#index;
  }

  /** Asks the catalog now whether it has changed. Keeps the present index if that fails. */
  async refresh(): Promise<void> {
    const { logger } = this.#options;
    try {
      await this.#update();
    } catch (error) {
      this.#freshUntil = Date.now() + RETRY_AFTER_MS;
      logger.warn(
        'The catalog does not answer; events are assigned to entities later',
        { error: stringifyError(error) },
      );
    }
  }

  /** The conflicts that there are now. Fails where the catalog does not answer. */
  async findConflicts(): Promise<RepositoryConflict[]> {
    await this.#update();
    return this.#index.conflicts;
  }

  async #update(): Promise<void> {
    const changes = await this.#options.changes.count();
    if (!(await this.#isCurrent(changes))) {
      const at = Date.now();
      this.#index = buildEntityIndex(
        await this.#readComponents(),
        this.#options.claims,
      );
      this.#read = { changes, at };
    }
    this.#freshUntil = Date.now() + MAX_AGE_MS;
  }

  async #isCurrent(changes: string): Promise<boolean> {
    if (
      this.#read?.changes !== changes ||
      Date.now() - this.#read.at >= FULL_PASS_MS
    ) {
      return false;
    }
    // Nobody tells of components that are removed.
    const { totalItems } = await this.#options.catalog.queryEntities(
      { filter: COMPONENTS, limit: 0 },
      { credentials: await this.#options.auth.getOwnServiceCredentials() },
    );
    return totalItems === this.#index.lifecycles.size;
  }

  async #readComponents(): Promise<Entity[]> {
    const { catalog, auth } = this.#options;
    // What an event belongs to does not depend on who sent it or who looks.
    const credentials = await auth.getOwnServiceCredentials();
    const components: Entity[] = [];
    const pages = catalog.streamEntities(
      {
        filter: COMPONENTS,
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'spec.lifecycle',
          'relations',
          ...[
            ...ORIGIN_ANNOTATIONS,
            DELIVERY_SERVICE_ANNOTATION,
            GITHUB_PROJECT_SLUG_ANNOTATION,
          ].map(name => `metadata.annotations.${name}`),
        ],
      },
      { credentials },
    );
    for await (const page of pages) {
      components.push(...page);
    }
    return components;
  }
}

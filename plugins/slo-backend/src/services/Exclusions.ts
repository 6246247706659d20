import { words } from '../sloWords';
import type { EntityScope, ScopeOptions } from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import type { CreateExclusion, SloExclusion } from '@atrium/plugin-slo-common';
import { ConflictError, isError, NotFoundError } from '@backstage/errors';
import type {
  ExclusionPageRequest,
  ExclusionStore,
} from '../database/ExclusionStore';
import type { ReadStore } from '../database/ReadStore';

interface ExclusionsOptions {
  store: ExclusionStore;
  slos: Pick<ReadStore, 'listSlosOf'>;
  scope: Pick<EntityScope, 'getEntities'>;
}

/** Takes times out of SLOs, and back in. */
export class Exclusions {
  readonly #options: ExclusionsOptions;

  constructor(options: ExclusionsOptions) {
    this.#options = options;
  }

  /** Those of an entity, newest first, removed ones included. */
  async list(
    request: ExclusionPageRequest,
    options: ScopeOptions,
  ): Promise<Page<SloExclusion>> {
    const { store, scope } = this.#options;
    await scope.getEntities(request.entityRef, options);
    return store.list(request);
  }

  /**
   * One of them.
   *
   * @throws NotFoundError when there is none that one may see.
   */
  async find(id: string, options: ScopeOptions): Promise<SloExclusion> {
    const { store, scope } = this.#options;
    const exclusion = await store.get(id);
    const isVisible =
      exclusion &&
      (await scope.getEntities(exclusion.entityRef, options).then(
        () => true,
        error => {
          if (isError(error) && error.name === 'NotFoundError') {
            return false;
          }
          throw error;
        },
      ));
    if (!exclusion || !isVisible) {
      throw words.error(
        NotFoundError,
        words.describe('slo.refusal.exclusionNotFound', { id }),
      );
    }
    return exclusion;
  }

  /** Checks that one may see the entity that a time is to be taken out of. */
  async checkEntity(entityRef: string, options: ScopeOptions): Promise<void> {
    await this.#options.scope.getEntities(entityRef, options);
  }

  /** Takes a time out. */
  async create(
    exclusion: CreateExclusion,
    { createdBy }: { createdBy: string },
  ): Promise<SloExclusion> {
    const { store, slos } = this.#options;
    const { entityRef, sloName } = exclusion;
    const slo =
      sloName === undefined
        ? undefined
        : (await slos.listSlosOf([entityRef])).find(
            ({ name }) => name === sloName,
          );
    if (sloName !== undefined && !slo) {
      throw words.error(
        NotFoundError,
        words.describe('slo.refusal.noSlo', { entityRef, slo: sloName }),
      );
    }
    return store.create({
      ...exclusion,
      sloId: slo?.id,
      createdBy,
      createdAt: new Date().toISOString(),
    });
  }

  /** Has a time count again. */
  async remove(
    id: string,
    { deletedBy }: { deletedBy: string },
  ): Promise<SloExclusion> {
    const removed = await this.#options.store.remove(id, {
      deletedBy,
      deletedAt: new Date().toISOString(),
    });
    if (!removed) {
      throw words.error(
        ConflictError,
        words.describe('slo.refusal.exclusionRemoved', { id }),
      );
    }
    return removed;
  }
}

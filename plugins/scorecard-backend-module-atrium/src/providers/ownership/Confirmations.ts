import { entityNotFound } from '@atrium/backend-common';
import { relationTargets } from '@atrium/common';
import type { OwnershipConfirmation } from '@atrium/plugin-scorecard-common';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ConfirmationStore } from './ConfirmationStore';

interface ConfirmationsOptions {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  store: Pick<ConfirmationStore, 'save'>;
  /** Has the facts of an entity told anew. */
  refresh(entityRef: string): Promise<void>;
}

/** Lets owners say that entities are still theirs. */
export class Confirmations {
  readonly #options: ConfirmationsOptions;

  constructor(options: ConfirmationsOptions) {
    this.#options = options;
  }

  /**
   * The owner of an entity.
   *
   * @throws NotFoundError when one may not see the entity, or there is none;
   * ConflictError when nobody owns it
   */
  async findOwner(
    entityRef: string,
    options: { credentials: BackstageCredentials },
  ): Promise<string> {
    const entity = await this.#options.catalog.getEntityByRef(
      entityRef,
      options,
    );
    if (!entity) {
      throw entityNotFound(entityRef);
    }
    const [ownerRef] = relationTargets(entity, RELATION_OWNED_BY);
    if (!ownerRef) {
      throw new ConflictError(
        `'${entityRef}' has no owner; name one in its catalog file first`,
      );
    }
    return ownerRef;
  }

  /** Keeps that somebody confirmed it now. */
  async confirm(
    { entityRef, ownerRef }: { entityRef: string; ownerRef: string },
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<OwnershipConfirmation> {
    const { store, refresh } = this.#options;
    const confirmation = {
      entityRef,
      ownerRef,
      confirmedBy: credentials.principal.userEntityRef,
      confirmedAt: new Date().toISOString(),
    };
    await store.save(confirmation);
    await refresh(entityRef);
    return confirmation;
  }
}

import { entityNotFound } from '@atrium/backend-common';
import {
  type EntityMatch,
  KUBERNETES_ID_ANNOTATION,
  readEntityMatch,
} from '@atrium/plugin-workloads-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** An entity that its asker may see. */
export interface FoundEntity {
  entity: Entity;
  entityRef: string;
  /** Absent: its annotations say nothing about Kubernetes. */
  match: EntityMatch | undefined;
  /** What its objects carry as a label. */
  kubernetesId: string | undefined;
}

/** Finds entities as far as somebody may see them. */
export class EntityFinder {
  readonly #catalog: CatalogService;

  constructor(catalog: CatalogService) {
    this.#catalog = catalog;
  }

  /** @throws NotFoundError when it does not exist or is hidden. */
  async find(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<FoundEntity> {
    const entity = await this.#catalog.getEntityByRef(entityRef, {
      credentials,
    });
    if (!entity) {
      throw entityNotFound(entityRef);
    }
    const { annotations } = entity.metadata;
    return {
      entity,
      entityRef: stringifyEntityRef(entity),
      match: readEntityMatch(annotations),
      kubernetesId: annotations?.[KUBERNETES_ID_ANNOTATION],
    };
  }
}

import { UserCache } from '@atrium/backend-common';
import {
  type ClusterObject,
  EntityClaims,
  KUBERNETES_ID_ANNOTATION,
  KUBERNETES_LABEL_SELECTOR_ANNOTATION,
} from '@atrium/plugin-workloads-common';
import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import {
  type Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { OwnershipClaim } from '../permissions/WorkloadPermissions';
import { ExpiringCache } from '../throttling/ExpiringCache';
import type { FoundEntity } from './EntityFinder';

/** An entity that claims objects of clusters. */
export interface ClaimingEntity {
  entityRef: string;
  name: string;
  title?: string;
  ownerRef?: string;
  annotations: Record<string, string>;
}

interface EntityIndexOptions {
  catalog: CatalogService;
  auth: AuthService;
}

const TTL_MS = 60_000;
const FILTER: Record<string, symbol>[] = [
  KUBERNETES_ID_ANNOTATION,
  KUBERNETES_LABEL_SELECTOR_ANNOTATION,
].map(name => ({ [`metadata.annotations.${name}`]: CATALOG_FILTER_EXISTS }));
const NAME_FIELDS = ['kind', 'metadata.name', 'metadata.namespace'];
const FIELDS = [
  ...NAME_FIELDS,
  'metadata.title',
  'metadata.annotations',
  'relations',
];

/** Knows which entities claim what runs, by one question to the catalog. */
export class EntityIndex {
  readonly #options: EntityIndexOptions;
  readonly #claims = new ExpiringCache(TTL_MS);
  readonly #visible = new UserCache<Set<string>>();

  constructor(options: EntityIndexOptions) {
    this.#options = options;
  }

  /** All claims, at most a minute old. */
  async getClaims(): Promise<EntityClaims<ClaimingEntity>> {
    return this.#claims.get('claims', () => this.#readClaims());
  }

  /** Whose objects are, that were found for an entity. */
  async getOwnership(
    { entityRef, kubernetesId }: FoundEntity,
    objects: ClusterObject[],
  ): Promise<OwnershipClaim> {
    const claims = await this.getClaims();
    const named = objects
      .flatMap(object => claims.findById(object))
      .map(claimant => claimant.entityRef);
    return {
      entityRefs: [...new Set([entityRef, ...named])],
      // By the entity itself, as the claims may be a minute old.
      isNamed:
        objects.length === 0 ||
        objects.some(
          ({ labels }) =>
            kubernetesId !== undefined &&
            labels[KUBERNETES_ID_ANNOTATION] === kubernetesId,
        ),
    };
  }

  /** Refs of the claiming entities that somebody may see. */
  async getVisible(credentials: BackstageCredentials): Promise<Set<string>> {
    return this.#visible.get('', credentials, async () => {
      const entities = await this.#read(NAME_FIELDS, credentials);
      return new Set(entities.map(entity => stringifyEntityRef(entity)));
    });
  }

  async #readClaims(): Promise<EntityClaims<ClaimingEntity>> {
    // Whose something is does not depend on who looks.
    const credentials = await this.#options.auth.getOwnServiceCredentials();
    const entities = await this.#read(FIELDS, credentials);
    return new EntityClaims(
      entities.map(toClaimingEntity),
      ({ annotations }) => annotations,
    );
  }

  async #read(
    fields: string[],
    credentials: BackstageCredentials,
  ): Promise<Entity[]> {
    const entities: Entity[] = [];
    const pages = this.#options.catalog.streamEntities(
      { filter: FILTER, fields },
      { credentials },
    );
    for await (const page of pages) {
      entities.push(...page);
    }
    return entities;
  }
}

function toClaimingEntity(entity: Entity): ClaimingEntity {
  const { metadata, relations = [] } = entity;
  return {
    entityRef: stringifyEntityRef(entity),
    name: metadata.name,
    title: metadata.title,
    ownerRef: relations.find(({ type }) => type === RELATION_OWNED_BY)
      ?.targetRef,
    annotations: metadata.annotations ?? {},
  };
}

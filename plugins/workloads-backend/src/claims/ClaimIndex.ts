import type { EntityOrigins } from '@atrium/backend-common';
import {
  type ClusterObject,
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
  RELATION_CHILD_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  type ClaimingEntity,
  digestClaim,
  toClaimingEntity,
} from './ClaimingEntity';
import { ClaimProofs } from './ClaimProofs';
import { ClaimResolver } from './ClaimResolver';
import type { ClaimRule } from '../config/readClaimRules';
import type { ClaimStore } from '../database/ClaimStore';
import { ExpiringCache } from '../kubernetes/ExpiringCache';

interface ClaimIndexOptions {
  catalog: CatalogService;
  auth: AuthService;
  origins: EntityOrigins;
  rules: ClaimRule[];
  store: Pick<ClaimStore, 'note'>;
}

type Filter = Record<string, string | symbol>;

const TTL_MS = 60_000;
const FILTER: Filter[] = [
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
export class ClaimIndex {
  readonly #options: ClaimIndexOptions;
  readonly #claims = new ExpiringCache(TTL_MS);

  constructor(options: ClaimIndexOptions) {
    this.#options = options;
  }

  /** All claims, at most a minute old. */
  async getClaims(): Promise<ClaimResolver> {
    return this.#claims.get('claims', () => this.#readClaims());
  }

  /**
   * Refs of the entities that each object is proven to belong to, as they are now.
   *
   * @remarks An entity that was given away within the last minute holds nothing
   * until its claim is looked at again: what it was allowed to claim depended on
   * its owner and its repository, and the rights are those of its new owner.
   */
  async getHolders(objects: ClusterObject[]): Promise<string[][]> {
    const claims = await this.getClaims();
    const found = objects.map(object => claims.resolve(object).holders);
    const valid = await this.#findUnchanged(new Set(found.flat()));
    return found.map(holders =>
      holders
        .filter(holder => valid.has(holder))
        .map(({ entityRef }) => entityRef),
    );
  }

  async #findUnchanged(
    claiming: Set<ClaimingEntity>,
  ): Promise<Set<ClaimingEntity>> {
    if (claiming.size === 0) {
      return claiming;
    }
    const { auth, catalog, origins } = this.#options;
    const known = [...claiming];
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: known.map(({ entityRef }) => entityRef), fields: FIELDS },
      // Whose something is does not depend on who looks.
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return new Set(
      known.filter((one, index) => {
        const entity = items[index];
        return entity && isSameClaim(one, toClaimingEntity(entity, origins));
      }),
    );
  }

  async #readClaims(): Promise<ClaimResolver> {
    const { auth, origins, rules, store } = this.#options;
    // Whose something is does not depend on who looks.
    const credentials = await auth.getOwnServiceCredentials();
    const [found, parents] = await Promise.all([
      this.#read(FILTER, FIELDS, credentials),
      this.#readParents(credentials),
    ]);
    const entities = found.map(entity => toClaimingEntity(entity, origins));
    const firstSeen = await store.note(
      entities.flatMap(listClaims),
      new Date(),
    );
    const proofs = new ClaimProofs({ rules, parents });
    return new ClaimResolver({ entities, proofs, firstSeen });
  }

  /** The groups right above each group, where a rule asks for owners at all. */
  async #readParents(
    credentials: BackstageCredentials,
  ): Promise<Map<string, string[]>> {
    if (this.#options.rules.every(({ owners }) => owners.length === 0)) {
      return new Map();
    }
    const groups = await this.#read(
      [{ kind: 'group' }],
      [...NAME_FIELDS, 'relations'],
      credentials,
    );
    return new Map(
      groups.map(group => [
        stringifyEntityRef(group),
        (group.relations ?? [])
          .filter(({ type }) => type === RELATION_CHILD_OF)
          .map(({ targetRef }) => targetRef),
      ]),
    );
  }

  async #read(
    filter: Filter[],
    fields: string[],
    credentials: BackstageCredentials,
  ): Promise<Entity[]> {
    const entities: Entity[] = [];
    const pages = this.#options.catalog.streamEntities(
      { filter, fields },
      { credentials },
    );
    for await (const page of pages) {
      entities.push(...page);
    }
    return entities;
  }
}

function listClaims(entity: ClaimingEntity) {
  const { entityRef } = entity;
  return [digestClaim(entity, 'id'), digestClaim(entity, 'selector')].flatMap(
    digest => (digest ? [{ digest, entityRef }] : []),
  );
}

function isSameClaim(one: ClaimingEntity, other: ClaimingEntity): boolean {
  return (
    one.repository === other.repository &&
    digestClaim(one, 'id') === digestClaim(other, 'id') &&
    digestClaim(one, 'selector') === digestClaim(other, 'selector')
  );
}

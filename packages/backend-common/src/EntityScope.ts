import { entityNotFound } from './entityNotFound';
import {
  DEFAULT_NAMESPACE,
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Ownership } from './Ownership';
import type { ScopeOptions } from './ScopeOptions';
import { UserCache } from './UserCache';
import type { VisibleEntities } from './VisibleEntities';

type Filter = Record<string, string | symbol | (string | symbol)[]>;

interface EntityScopeOptions {
  catalog: CatalogService;
  ownership: Pick<Ownership, 'expandOwners'>;
  visible: Pick<VisibleEntities, 'canSeeAll' | 'filter'>;
  /**
   * The refs of all entities that one has something about, in order. Those that
   * the catalog does not have any more are left out.
   */
  listOwnRefs(options: ScopeOptions): Promise<string[]>;
  /** What all the entities that are meant have in common. */
  members: Filter;
  /**
   * Their kinds, where they are of some kinds only. Where they are of any, a
   * system, domain, group or user stands for itself as well.
   */
  kinds?: string[];
}

/** Organisations are not deeper, and cycles end. */
const MAX_DEPTH = 10;
const FIELDS = ['kind', 'metadata.name', 'metadata.namespace'];

/**
 * Finds the entities that another one stands for, as far as somebody may see
 * them, without ever reading all of the catalog: those of a system or domain,
 * those that a group or a user owns by {@link Ownership}, or all that a plugin
 * has something about. Any other entity stands for itself.
 */
export class EntityScope {
  readonly #options: EntityScopeOptions;
  readonly #cache = new UserCache<string[]>();

  constructor(options: EntityScopeOptions) {
    this.#options = options;
  }

  /**
   * The refs of the entities, in order; without an entity, all of one's own.
   *
   * @throws NotFoundError when the entity does not exist or is hidden.
   */
  async getEntities(
    entityRef: string | undefined,
    options: ScopeOptions,
  ): Promise<string[]> {
    return entityRef
      ? this.#cache.get(entityRef, options.credentials, () =>
          this.#findEntities(entityRef, options),
        )
      : this.#findAll(options);
  }

  async #findEntities(
    entityRef: string,
    options: ScopeOptions,
  ): Promise<string[]> {
    const entity = await this.#options.catalog.getEntityByRef(
      entityRef,
      options,
    );
    if (!entity) {
      throw entityNotFound(entityRef);
    }
    const ref = stringifyEntityRef(entity);
    const members = await this.#findMembers(entity, ref, options);
    const { kinds } = this.#options;
    if (members && kinds) {
      return members;
    }
    const { kind } = parseEntityRef(ref);
    if (kinds && !kinds.includes(kind)) {
      throw new InputError(
        `'${entityRef}' must be a ${kinds.join(
          ', ',
        )}, system, domain, group or user`,
      );
    }
    return [...new Set([ref, ...(members ?? [])])];
  }

  async #findAll(options: ScopeOptions): Promise<string[]> {
    const { listOwnRefs, visible } = this.#options;
    const own = await listOwnRefs(options);
    if (await visible.canSeeAll(options)) {
      return own;
    }
    const seen = new Set(
      await this.#cache.get('', options.credentials, () =>
        this.#findVisible(own, options),
      ),
    );
    return own.filter(ref => seen.has(ref));
  }

  /** Asks about one's own entities, or for all visible ones if they are fewer. */
  async #findVisible(own: string[], options: ScopeOptions): Promise<string[]> {
    const { catalog, members, visible } = this.#options;
    const { totalItems } = await catalog.queryEntities(
      { filter: members, limit: 0 },
      options,
    );
    return totalItems > own.length
      ? visible.filter(own, options)
      : this.#query(members, options);
  }

  /** Those behind an entity; `undefined` where it stands for itself only. */
  async #findMembers(
    entity: Entity,
    ref: string,
    options: ScopeOptions,
  ): Promise<string[] | undefined> {
    switch (parseEntityRef(ref).kind) {
      case 'system':
        return this.#membersOf({ 'relations.partOf': ref }, options);
      case 'domain':
        return this.#membersOfDomain(ref, options);
      case 'group':
        return this.#membersOfOwners([ref], options);
      case 'user': {
        const groups = (entity.relations ?? [])
          .filter(({ type }) => type === 'memberOf')
          .map(({ targetRef }) => targetRef);
        return this.#membersOfOwners([ref, ...groups], options);
      }
      default:
        return undefined;
    }
  }

  async #membersOf(filter: Filter, options: ScopeOptions) {
    return this.#query({ ...this.#options.members, ...filter }, options);
  }

  async #membersOfOwners(ownerRefs: string[], options: ScopeOptions) {
    const { ownership } = this.#options;
    return this.#membersOf(
      { 'relations.ownedBy': await ownership.expandOwners(ownerRefs, options) },
      options,
    );
  }

  async #membersOfDomain(domainRef: string, options: ScopeOptions) {
    const domains = new Set([domainRef]);
    let level = [domainRef];
    for (let depth = 0; level.length > 0 && depth < MAX_DEPTH; depth += 1) {
      const found = await this.#query(
        { kind: 'domain', 'relations.partOf': level },
        options,
      );
      // Nothing keeps domains from being part of each other.
      level = found.filter(ref => !domains.has(ref));
      level.forEach(ref => domains.add(ref));
    }
    const systems = await this.#query(
      { kind: 'system', 'relations.partOf': [...domains] },
      options,
    );
    return systems.length > 0
      ? this.#membersOf({ 'relations.partOf': systems }, options)
      : [];
  }

  async #query(filter: Filter, options: ScopeOptions): Promise<string[]> {
    const refs: string[] = [];
    const pages = this.#options.catalog.streamEntities(
      { filter, fields: FIELDS },
      options,
    );
    for await (const page of pages) {
      for (const { kind, metadata } of page) {
        const { name, namespace = DEFAULT_NAMESPACE } = metadata;
        refs.push(stringifyEntityRef({ kind, namespace, name }));
      }
    }
    return refs.sort();
  }
}

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  DEFAULT_NAMESPACE,
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { UserCache } from './UserCache';

/** On whose behalf is asked. */
export interface ScopeOptions {
  credentials: BackstageCredentials;
}

type Filter = Record<string, string | symbol | (string | symbol)[]>;

interface EntityScopeOptions {
  catalog: CatalogService;
  /** What all the entities that are meant have in common. */
  members: Filter;
  /**
   * Their kinds, where they are of some kinds only. Where they are of any, a
   * system, domain, group or user stands for itself as well.
   */
  kinds?: string[];
}

const MAX_GROUP_DEPTH = 10;
const FIELDS = ['kind', 'metadata.name', 'metadata.namespace'];

/**
 * Finds the entities that another one stands for, as far as somebody may see
 * them: those of a system or domain, those that a group with its child groups
 * or a user with their groups owns, or all of them. Any other entity stands for
 * itself.
 */
export class EntityScope {
  readonly #options: EntityScopeOptions;
  readonly #cache = new UserCache<string[]>();

  constructor(options: EntityScopeOptions) {
    this.#options = options;
  }

  /**
   * The refs of the entities, in order.
   *
   * @throws NotFoundError when the entity does not exist or is hidden.
   */
  async getEntities(
    entityRef: string | undefined,
    options: ScopeOptions,
  ): Promise<string[]> {
    return this.#cache.get(entityRef ?? '', options.credentials, () =>
      this.#findEntities(entityRef, options),
    );
  }

  async #findEntities(
    entityRef: string | undefined,
    options: ScopeOptions,
  ): Promise<string[]> {
    if (!entityRef) {
      return this.#query(this.#options.members, options);
    }
    const entity = await this.#options.catalog.getEntityByRef(
      entityRef,
      options,
    );
    if (!entity) {
      throw new NotFoundError(`No entity '${entityRef}'`);
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
        return this.#membersOf(
          { 'relations.ownedBy': await this.#withChildren(ref, options) },
          options,
        );
      case 'user': {
        const groups = (entity.relations ?? [])
          .filter(({ type }) => type === 'memberOf')
          .map(({ targetRef }) => targetRef);
        return this.#membersOf(
          { 'relations.ownedBy': [ref, ...groups] },
          options,
        );
      }
      default:
        return undefined;
    }
  }

  async #membersOf(filter: Filter, options: ScopeOptions) {
    return this.#query({ ...this.#options.members, ...filter }, options);
  }

  async #membersOfDomain(domainRef: string, options: ScopeOptions) {
    const systems = await this.#query(
      { kind: 'system', 'relations.partOf': domainRef },
      options,
    );
    return systems.length > 0
      ? this.#membersOf({ 'relations.partOf': systems }, options)
      : [];
  }

  /** A group and the groups below it, level by level. */
  async #withChildren(groupRef: string, options: ScopeOptions) {
    const groups = new Set([groupRef]);
    let level = [groupRef];
    for (let depth = 0; level.length > 0 && depth < MAX_GROUP_DEPTH; depth++) {
      const children = await this.#query(
        { kind: 'group', 'relations.childOf': level },
        options,
      );
      level = children.filter(child => !groups.has(child));
      level.forEach(child => groups.add(child));
    }
    return [...groups];
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

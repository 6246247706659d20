import {
  DEFAULT_NAMESPACE,
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Ownership } from './Ownership';
import type { ScopeOptions } from './ScopeOptions';
import { UserCache } from './UserCache';

type Filter = Record<string, string | symbol | (string | symbol)[]>;

interface EntityScopeOptions {
  catalog: CatalogService;
  ownership: Pick<Ownership, 'expandOwners'>;
  /** What all the entities that are meant have in common. */
  members: Filter;
  /**
   * Their kinds, where they are of some kinds only. Where they are of any, a
   * system, domain, group or user stands for itself as well.
   */
  kinds?: string[];
}

const FIELDS = ['kind', 'metadata.name', 'metadata.namespace'];

/**
 * Finds the entities that another one stands for, as far as somebody may see
 * them: those of a system or domain, those that a group or a user owns by
 * {@link Ownership}, or all of them. Any other entity stands for
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
    const systems = await this.#query(
      { kind: 'system', 'relations.partOf': domainRef },
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

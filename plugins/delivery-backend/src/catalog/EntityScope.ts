import type { ServiceSelection } from '@atrium/plugin-delivery-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { ScopeCache } from './ScopeCache';

/** On whose behalf is asked. */
export interface ScopeOptions {
  credentials: BackstageCredentials;
}

type Filter = Record<string, string | string[]>;

const MAX_GROUP_DEPTH = 10;
const FIELDS = ['kind', 'metadata.name', 'metadata.namespace'];

/**
 * Finds the components that an entity stands for, as far as somebody may see
 * them: the component itself, those of a system or domain, those that a group
 * with its child groups or a user with their groups owns, or all of them.
 */
export class EntityScope {
  readonly #catalog: CatalogService;
  readonly #cache: ScopeCache;

  constructor(options: { catalog: CatalogService; cache?: ScopeCache }) {
    this.#catalog = options.catalog;
    this.#cache = options.cache ?? new ScopeCache();
  }

  /**
   * The refs of the components.
   *
   * @throws NotFoundError when the entity does not exist or is hidden.
   */
  async getComponents(
    entityRef: string | undefined,
    options: ScopeOptions,
  ): Promise<string[]> {
    return this.#cache.get(entityRef ?? '', options.credentials, () =>
      this.#findComponents(entityRef, options),
    );
  }

  /**
   * The refs of the components that all parts of a selection have in common;
   * all components for an empty one.
   *
   * @throws NotFoundError when an entity in it does not exist or is hidden.
   */
  async select(
    { ownerRef, systemRef, lifecycle }: ServiceSelection,
    options: ScopeOptions,
  ): Promise<string[]> {
    const parts = await Promise.all([
      ...[ownerRef, systemRef]
        .filter(ref => ref !== undefined)
        .map(ref => this.getComponents(ref, options)),
      ...(lifecycle ? [this.#findByLifecycle(lifecycle, options)] : []),
    ]);
    const [first, ...others] = parts.map(refs => new Set(refs));
    return first
      ? [...first].filter(ref => others.every(other => other.has(ref)))
      : this.getComponents(undefined, options);
  }

  /**
   * Of many components, those that exist and may be seen.
   *
   * @throws InputError when one is not a component.
   */
  async filterComponents(
    componentRefs: string[],
    options: ScopeOptions,
  ): Promise<string[]> {
    const other = componentRefs.find(
      ref => parseEntityRef(ref).kind !== 'component',
    );
    if (other) {
      throw new InputError(`'${other}' must be a component`);
    }
    const entityRefs = [...new Set(componentRefs)];
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs, fields: FIELDS },
      options,
    );
    return entityRefs.filter((_, index) => items[index] !== undefined);
  }

  async #findByLifecycle(lifecycle: string, options: ScopeOptions) {
    return this.#cache.get(`lifecycle ${lifecycle}`, options.credentials, () =>
      this.#componentsOf({ 'spec.lifecycle': lifecycle }, options),
    );
  }

  async #findComponents(
    entityRef: string | undefined,
    options: ScopeOptions,
  ): Promise<string[]> {
    if (!entityRef) {
      return this.#query({ kind: 'component' }, options);
    }
    const entity = await this.#catalog.getEntityByRef(entityRef, options);
    if (!entity) {
      throw new NotFoundError(`No entity '${entityRef}'`);
    }
    const ref = stringifyEntityRef(entity);
    switch (parseEntityRef(ref).kind) {
      case 'component':
        return [ref];
      case 'system':
        return this.#componentsOf({ 'relations.partOf': ref }, options);
      case 'domain':
        return this.#componentsOfDomain(ref, options);
      case 'group':
        return this.#componentsOf(
          { 'relations.ownedBy': await this.#withChildren(ref, options) },
          options,
        );
      case 'user': {
        const groups = (entity.relations ?? [])
          .filter(({ type }) => type === 'memberOf')
          .map(({ targetRef }) => targetRef);
        return this.#componentsOf(
          { 'relations.ownedBy': [ref, ...groups] },
          options,
        );
      }
      default:
        throw new InputError(
          `'${entityRef}' must be a component, system, domain, group or user`,
        );
    }
  }

  async #componentsOf(filter: Filter, options: ScopeOptions) {
    return this.#query({ kind: 'component', ...filter }, options);
  }

  async #componentsOfDomain(domainRef: string, options: ScopeOptions) {
    const systems = await this.#query(
      { kind: 'system', 'relations.partOf': domainRef },
      options,
    );
    return systems.length > 0
      ? this.#componentsOf({ 'relations.partOf': systems }, options)
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
    const pages = this.#catalog.streamEntities(
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

import {
  EntityScope,
  type Ownership,
  type ScopeOptions,
  UserCache,
} from '@atrium/backend-common';
import type { ServiceSelection } from '@atrium/plugin-delivery-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { InputError, isError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';

interface ComponentScopeOptions {
  catalog: CatalogService;
  ownership: Ownership;
}

/** Finds the components that somebody asks about, as far as they may see them. */
export class ComponentScope {
  readonly #options: ComponentScopeOptions;
  readonly #components: EntityScope;
  readonly #lifecycles = new UserCache<string[]>();

  constructor(options: ComponentScopeOptions) {
    this.#options = options;
    this.#components = new EntityScope({
      ...options,
      members: { kind: 'component' },
      kinds: ['component'],
    });
  }

  /**
   * The refs of the components that an entity stands for; of all of them
   * without one.
   *
   * @throws NotFoundError when the entity does not exist or is hidden.
   */
  async getComponents(
    entityRef: string | undefined,
    options: ScopeOptions,
  ): Promise<string[]> {
    return this.#components.getEntities(entityRef, options);
  }

  /**
   * The components that each of many entities stands for, in their order.
   * `undefined` for those that do not exist, are hidden or stand for none: one
   * of them must not cost the answer about the others.
   */
  async getEach(
    entityRefs: string[],
    options: ScopeOptions,
  ): Promise<{ entityRef: string; components?: string[] }[]> {
    return Promise.all(
      entityRefs.map(async entityRef => ({
        entityRef,
        components: await this.getComponents(entityRef, options).catch(
          skipUnknown,
        ),
      })),
    );
  }

  /**
   * The refs of the components that all parts of a selection have in common;
   * all components for an empty one.
   *
   * @throws NotFoundError when an entity in it does not exist or is hidden.
   */
  async select(
    { entityRef, ownerRef, systemRef, lifecycle }: ServiceSelection,
    options: ScopeOptions,
  ): Promise<string[]> {
    const parts = await Promise.all([
      ...[entityRef, ownerRef, systemRef]
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
    const { items } = await this.#options.catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind', 'metadata.name', 'metadata.namespace'] },
      options,
    );
    return entityRefs.filter((_, index) => items[index] !== undefined);
  }

  async #findByLifecycle(lifecycle: string, options: ScopeOptions) {
    return this.#lifecycles.get(lifecycle, options.credentials, () =>
      new EntityScope({
        ...this.#options,
        members: { kind: 'component', 'spec.lifecycle': lifecycle },
      }).getEntities(undefined, options),
    );
  }
}

function skipUnknown(error: unknown): undefined {
  if (
    isError(error) &&
    (error.name === 'NotFoundError' || error.name === 'InputError')
  ) {
    return undefined;
  }
  throw error;
}

import {
  EntityScope,
  type Ownership,
  type ScopeOptions,
  type VisibleEntities,
} from '@atrium/backend-common';
import type { ServiceSelection } from '@atrium/plugin-delivery-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { InputError, isError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ComponentSelection } from '../../database/ComponentSelection';
import type { ComponentStore } from '../../database/ComponentStore';

interface ComponentScopeOptions {
  catalog: CatalogService;
  ownership: Ownership;
  visible: VisibleEntities;
  store: Pick<ComponentStore, 'listRefs'>;
}

/** Finds the components that somebody asks about, as far as they may see them. */
export class ComponentScope {
  readonly #options: ComponentScopeOptions;
  readonly #components: EntityScope;

  constructor(options: ComponentScopeOptions) {
    this.#options = options;
    this.#components = new EntityScope({
      ...options,
      listOwnRefs: () => options.store.listRefs({ all: true }),
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
    // Components stand for themselves: all of them are one question.
    const visible = new Set(
      await this.#options.visible.filter(
        entityRefs.filter(isComponent),
        options,
      ),
    );
    return Promise.all(
      entityRefs.map(async entityRef => ({
        entityRef,
        components: isComponent(entityRef)
          ? selfIf(visible.has(entityRef), entityRef)
          : await this.getComponents(entityRef, options).catch(skipUnknown),
      })),
    );
  }

  /**
   * The components that all parts of a selection have in common; all components
   * for an empty one.
   *
   * @throws NotFoundError when an entity in it does not exist or is hidden.
   */
  async select(
    { entityRef, ownerRef, systemRef, lifecycle }: ServiceSelection,
    options: ScopeOptions,
  ): Promise<ComponentSelection> {
    const { store, visible } = this.#options;
    const given = [entityRef, ownerRef, systemRef].filter(
      ref => ref !== undefined,
    );
    if (given.length === 0 && (await visible.canSeeAll(options))) {
      return { all: true, lifecycle };
    }
    const parts = await Promise.all(
      (given.length > 0 ? given : [undefined]).map(ref =>
        this.getComponents(ref, options),
      ),
    );
    const [first, ...others] = parts.map(refs => new Set(refs));
    const common = [...first].filter(ref =>
      others.every(other => other.has(ref)),
    );
    return lifecycle === undefined ? common : store.listRefs(common, lifecycle);
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
    const other = componentRefs.find(ref => !isComponent(ref));
    if (other) {
      throw new InputError(`'${other}' must be a component`);
    }
    return this.#options.visible.filter(componentRefs, options);
  }
}

function isComponent(ref: string): boolean {
  return parseEntityRef(ref).kind === 'component';
}

function selfIf(isVisible: boolean, ref: string): string[] | undefined {
  return isVisible ? [ref] : undefined;
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

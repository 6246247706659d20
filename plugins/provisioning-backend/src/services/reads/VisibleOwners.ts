import type {
  Ownership,
  ScopeOptions,
  VisibleEntities,
} from '@atrium/backend-common';

export interface VisibleOwnersOptions {
  ownership: Pick<Ownership, 'findOwnersBehind'>;
  visible: Pick<VisibleEntities, 'canSeeAll' | 'filter'>;
  resources: { listOwnerRefs(): Promise<string[]> };
}

/**
 * Says whose resources somebody may see: those of every owner that the catalog
 * shows them.
 */
export class VisibleOwners {
  readonly #options: VisibleOwnersOptions;

  constructor(options: VisibleOwnersOptions) {
    this.#options = options;
  }

  /**
   * The owners whose resources are meant and may be seen; `undefined` for all.
   *
   * @param ownerRef - of a person, their groups and all groups below count, too
   * @throws NotFoundError when there is no such owner that one may see
   */
  async list(
    ownerRef: string | undefined,
    options: ScopeOptions,
  ): Promise<string[] | undefined> {
    const { ownership, resources, visible } = this.#options;
    if (ownerRef) {
      return ownership.findOwnersBehind(ownerRef, options);
    }
    return (await visible.canSeeAll(options))
      ? undefined
      : visible.filter(await resources.listOwnerRefs(), options);
  }

  /** Whether somebody may see what an owner has. */
  async includes(ownerRef: string, options: ScopeOptions): Promise<boolean> {
    const { visible } = this.#options;
    if (await visible.canSeeAll(options)) {
      return true;
    }
    const [seen] = await visible.filter([ownerRef], options);
    return seen !== undefined;
  }
}

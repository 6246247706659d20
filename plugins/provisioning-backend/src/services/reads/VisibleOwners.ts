import type {
  Ownership,
  ScopeOptions,
  VisibleEntities,
} from '@atrium/backend-common';
import type {
  AuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';

export interface VisibleOwnersOptions {
  auth: Pick<AuthService, 'isPrincipal'>;
  ownership: Pick<Ownership, 'findOwnersBehind'>;
  visible: Pick<VisibleEntities, 'canSeeAll' | 'filter'>;
  resources: { listOwnerRefs(): Promise<string[]> };
  userInfo: UserInfoService;
}

/**
 * Says whose resources somebody may see: those of every owner that the catalog
 * shows them, and those of their own groups, shown or not.
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
    if (await visible.canSeeAll(options)) {
      return undefined;
    }
    const ownerRefs = await resources.listOwnerRefs();
    const shown = await visible.filter(ownerRefs, options);
    const own = await this.#listOwn(options);
    return ownerRefs.filter(ref => shown.includes(ref) || own.includes(ref));
  }

  /** Whether somebody may see what an owner has. */
  async includes(ownerRef: string, options: ScopeOptions): Promise<boolean> {
    const { visible } = this.#options;
    if (await visible.canSeeAll(options)) {
      return true;
    }
    const [seen] = await visible.filter([ownerRef], options);
    return (
      seen !== undefined || (await this.#listOwn(options)).includes(ownerRef)
    );
  }

  /** A person and the groups that they are a member of; of a program, nobody. */
  async #listOwn({ credentials }: ScopeOptions): Promise<string[]> {
    const { auth, userInfo } = this.#options;
    return auth.isPrincipal(credentials, 'user')
      ? (await userInfo.getUserInfo(credentials)).ownershipEntityRefs
      : [];
  }
}

import { relationTargets } from '@atrium/common';
import type {
  BackstageUserPrincipal,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ScopeOptions } from './ScopeOptions';
import { UserCache } from './UserCache';

/** What {@link Ownership} asks. */
export interface OwnershipOptions {
  catalog: CatalogService;
  userInfo: UserInfoService;
}

/** Deeper organisations are cut off, so that a loop in the data ends. */
const MAX_DEPTH = 10;

/**
 * Decides what is somebody's own: what they, a group of theirs, or any group
 * below one of these owns.
 *
 * @remarks This says what concerns a person, not what they may do. Rights are
 * those of direct members, and the permission policy decides about them.
 */
export class Ownership {
  readonly #options: OwnershipOptions;
  readonly #cache = new UserCache<string[]>();

  constructor(options: OwnershipOptions) {
    this.#options = options;
  }

  /** The refs of all owners whose entities are a person's own. */
  async getOwnerRefs(
    options: ScopeOptions<BackstageUserPrincipal>,
  ): Promise<string[]> {
    const { credentials } = options;
    return this.#cache.get('own', credentials, async () => {
      const { ownershipEntityRefs } = await this.#options.userInfo.getUserInfo(
        credentials,
      );
      return this.expandOwners(ownershipEntityRefs, options);
    });
  }

  /** Owners with every group below those of them that are groups. */
  async expandOwners(
    ownerRefs: string[],
    options: ScopeOptions,
  ): Promise<string[]> {
    const all = new Set(ownerRefs);
    let level = [...all].filter(ref => ref.startsWith('group:'));
    for (let depth = 0; level.length > 0 && depth < MAX_DEPTH; depth++) {
      const children = await this.#findChildren(level, options);
      level = children.filter(child => !all.has(child));
      level.forEach(child => all.add(child));
    }
    return [...all];
  }

  /**
   * Whom a filter by an owner means: a group with every group below it; a person
   * with their groups and every group below these.
   *
   * @throws NotFoundError when there is no such owner that one may see
   */
  async findOwnersBehind(
    ownerRef: string,
    options: ScopeOptions,
  ): Promise<string[]> {
    const owner = await this.#options.catalog.getEntityByRef(ownerRef, options);
    if (!owner) {
      throw new NotFoundError(`No entity '${ownerRef}'`);
    }
    return this.expandOwners(
      [
        stringifyEntityRef(owner),
        ...relationTargets(owner, RELATION_MEMBER_OF),
      ],
      options,
    );
  }

  async #findChildren(
    groupRefs: string[],
    options: ScopeOptions,
  ): Promise<string[]> {
    const children: string[] = [];
    const pages = this.#options.catalog.streamEntities(
      {
        filter: { kind: 'group', 'relations.childOf': groupRefs },
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
      },
      options,
    );
    for await (const page of pages) {
      children.push(...page.map(entity => stringifyEntityRef(entity)));
    }
    return children;
  }
}

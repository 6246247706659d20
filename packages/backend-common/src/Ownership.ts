import { entityNotFound } from './entityNotFound';
import { relationTargets } from '@atrium/common';
import type {
  BackstageUserPrincipal,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  type Entity,
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
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

const isGroup = (ref: string) => ref.startsWith('group:');

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
    const children = await this.#readChildren(ownerRefs, options);
    return withChildren(ownerRefs, children);
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
      throw entityNotFound(ownerRef);
    }
    return this.expandOwners(
      [
        stringifyEntityRef(owner),
        ...relationTargets(owner, RELATION_MEMBER_OF),
      ],
      options,
    );
  }

  /**
   * The same for several at once, by their refs; those that one may not see are left
   * out.
   */
  async findOwnersBehindEach(
    ownerRefs: string[],
    options: ScopeOptions,
  ): Promise<Map<string, string[]>> {
    const { items } = await this.#options.catalog.getEntitiesByRefs(
      { entityRefs: ownerRefs },
      options,
    );
    const starts = items.flatMap((owner, index) =>
      owner
        ? [
            {
              ownerRef: ownerRefs[index],
              own: [
                stringifyEntityRef(owner),
                ...relationTargets(owner, RELATION_MEMBER_OF),
              ],
            },
          ]
        : [],
    );
    const children = await this.#readChildren(
      starts.flatMap(({ own }) => own),
      options,
    );
    return new Map(
      starts.map(({ ownerRef, own }) => [
        ownerRef,
        withChildren(own, children),
      ]),
    );
  }

  /** The groups right below owners that are groups, and below each of these. */
  async #readChildren(
    ownerRefs: string[],
    options: ScopeOptions,
  ): Promise<Map<string, string[]>> {
    const byParent = new Map<string, string[]>();
    let level = [...new Set(ownerRefs.filter(isGroup))];
    for (let depth = 0; level.length > 0 && depth < MAX_DEPTH; depth++) {
      level.forEach(ref => byParent.set(ref, []));
      const found = await this.#streamChildren(level, options);
      for (const child of found) {
        const ref = stringifyEntityRef(child);
        relationTargets(child, RELATION_CHILD_OF).forEach(parent =>
          byParent.get(parent)?.push(ref),
        );
      }
      level = [
        ...new Set(found.map(child => stringifyEntityRef(child))),
      ].filter(ref => !byParent.has(ref));
    }
    return byParent;
  }

  async #streamChildren(
    groupRefs: string[],
    options: ScopeOptions,
  ): Promise<Entity[]> {
    const pages = this.#options.catalog.streamEntities(
      {
        filter: { kind: 'group', 'relations.childOf': groupRefs },
        fields: ['kind', 'metadata.name', 'metadata.namespace', 'relations'],
      },
      options,
    );
    const children: Entity[] = [];
    for await (const page of pages) {
      children.push(...page);
    }
    return children;
  }
}

/** Owners, and every group below them. */
function withChildren(
  ownerRefs: string[],
  children: ReadonlyMap<string, string[]>,
): string[] {
  // What is added on the way is looked at as well.
  const all = new Set(ownerRefs);
  all.forEach(ref => children.get(ref)?.forEach(child => all.add(child)));
  return [...all];
}

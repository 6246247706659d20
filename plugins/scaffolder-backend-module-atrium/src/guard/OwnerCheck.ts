import { words } from '../templateWords';
import { hasPermission, parseStrictEntityRef } from '@atrium/backend-common';
import type {
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotAllowedError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { templateManagementPermission } from '@backstage/plugin-scaffolder-common/alpha';

/** What {@link OwnerCheck} asks. */
export interface OwnerCheckOptions {
  catalog: CatalogService;
  permissions: PermissionsService;
  userInfo: UserInfoService;
}

const MAX_GROUP_DEPTH = 10;

/** Checks to whom a person may give what a template makes. */
export class OwnerCheck {
  readonly #options: OwnerCheckOptions;

  constructor(options: OwnerCheckOptions) {
    this.#options = options;
  }

  /**
   * Passes for a group that the person is in, or that is above one of theirs,
   * for the person themselves, and for any owner when they manage templates.
   *
   * @throws InputError when the catalog has no such owner, NotAllowedError when
   * it is not theirs.
   */
  async check(
    ownerRef: unknown,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const { catalog, userInfo } = this.#options;
    const ref = stringifyEntityRef(
      parseStrictEntityRef(ownerRef, { defaultKind: 'group' }),
    );
    const owner = await catalog.getEntityByRef(ref, { credentials });
    if (!owner || !['group', 'user'].includes(ref.split(':')[0])) {
      throw words.error(
        InputError,
        words.describe('templates.refusal.noOwner', { ownerRef: ref }),
      );
    }
    const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
    if (
      !(await this.#isAbove(ref, ownershipEntityRefs, credentials)) &&
      !(await this.#managesTemplates(credentials))
    ) {
      throw words.error(
        NotAllowedError,
        words.describe('templates.refusal.owner', { owner: titleOf(owner) }),
      );
    }
  }

  /** Whether a group is one of some, or above one of them. */
  async #isAbove(
    ref: string,
    ownRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const seen = new Set<string>();
    let level = ownRefs.map(own => own.toLocaleLowerCase('en-US'));
    for (let depth = 0; level.length > 0 && depth < MAX_GROUP_DEPTH; depth++) {
      if (level.includes(ref)) {
        return true;
      }
      level.forEach(one => seen.add(one));
      const { items } = await this.#options.catalog.getEntitiesByRefs(
        { entityRefs: level, fields: ['kind', 'relations'] },
        { credentials },
      );
      level = items
        .flatMap(entity => entity?.relations ?? [])
        .filter(({ type }) => type === 'childOf')
        .map(({ targetRef }) => targetRef)
        .filter(parent => !seen.has(parent));
    }
    return false;
  }

  async #managesTemplates(credentials: BackstageCredentials) {
    const request = { permission: templateManagementPermission };
    return hasPermission(this.#options.permissions, request, { credentials });
  }
}

function titleOf(entity: Entity): string {
  const profile = Object(entity.spec?.profile);
  return String(
    profile.displayName ?? entity.metadata.title ?? entity.metadata.name,
  );
}

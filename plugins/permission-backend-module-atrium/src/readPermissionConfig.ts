import type { RootConfigService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** What the policy takes from the configuration. */
interface PermissionConfig {
  /** Lower-case entity references of the groups that may do everything. */
  adminGroups: string[];
}

/**
 * Reads `permission.atrium`, and refuses a configuration under which the
 * policy would be installed but not asked.
 */
export function readPermissionConfig(
  config: RootConfigService,
): PermissionConfig {
  if (config.getOptionalBoolean('permission.enabled') !== true) {
    throw new InputError(
      "'permission.enabled' must be true: without it every request is allowed",
    );
  }
  if (
    config.getOptionalBoolean(
      'backend.auth.dangerouslyDisableDefaultAuthPolicy',
    )
  ) {
    throw new InputError(
      "'backend.auth.dangerouslyDisableDefaultAuthPolicy' must not be set: it answers callers without a token",
    );
  }
  if (config.has('auth.providers.guest')) {
    throw new InputError(
      "'auth.providers.guest' must not be set: everyone signs in as a person",
    );
  }

  const adminGroups = config
    .getStringArray('permission.atrium.adminGroups')
    .map(readGroupRef);
  if (adminGroups.length === 0) {
    throw new InputError(
      "'permission.atrium.adminGroups' must name at least one group",
    );
  }
  return { adminGroups };
}

function readGroupRef(ref: string): string {
  const parsed = parseEntityRef(ref, { defaultKind: 'group' });
  const normalized = stringifyEntityRef(parsed);
  if (!normalized.startsWith('group:')) {
    throw new InputError(
      `'permission.atrium.adminGroups' may only name groups, got '${ref}'`,
    );
  }
  return normalized;
}

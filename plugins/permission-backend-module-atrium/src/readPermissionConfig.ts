import { readCostTotals } from '@atrium/plugin-cost-node';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** What the policy takes from the configuration. */
interface PermissionConfig {
  /** Lower-case entity references of the groups that may do everything. */
  adminGroups: string[];
  /** Lower-case entity references of the groups that see every bill. */
  financeGroups: string[];
  /** Whether everybody may read what others cost. */
  hasOpenCostTotals: boolean;
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
    .map(ref => readGroupRef(ref, 'adminGroups'));
  if (adminGroups.length === 0) {
    throw new InputError(
      "'permission.atrium.adminGroups' must name at least one group",
    );
  }
  const financeGroups =
    config.getOptionalStringArray('permission.atrium.financeGroups') ?? [];
  return {
    adminGroups,
    financeGroups: financeGroups.map(ref => readGroupRef(ref, 'financeGroups')),
    hasOpenCostTotals: readCostTotals(config) === 'everyone',
  };
}

function readGroupRef(ref: string, key: string): string {
  const parsed = parseEntityRef(ref, { defaultKind: 'group' });
  const normalized = stringifyEntityRef(parsed);
  if (!normalized.startsWith('group:')) {
    throw new InputError(
      `'permission.atrium.${key}' may only name groups, got '${ref}'`,
    );
  }
  return normalized;
}

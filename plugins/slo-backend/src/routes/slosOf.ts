import {
  readOwnerNames,
  type RequiredPermissions,
  type ScopeOptions,
} from '@atrium/backend-common';
import { NotAllowedError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import { words } from '../sloWords';

/** Who wants to change SLOs, and where their owners are found. */
export interface SlosOfOptions extends ScopeOptions {
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
}

/** What whoever changes the SLOs of an entity needs. */
export function slosOf(
  entityRef: string,
  permission: ResourcePermission,
  options: SlosOfOptions,
): Omit<RequiredPermissions, 'credentials'> {
  return {
    permissions: [{ permission, resourceRef: entityRef }],
    refusal: async refs =>
      words.error(
        NotAllowedError,
        words.describe(
          'slo.refusal.change',
          await readOwnerNames(refs, options),
        ),
      ),
  };
}

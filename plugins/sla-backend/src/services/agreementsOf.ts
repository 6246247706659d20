import {
  readOwnerNames,
  type RequiredPermissions,
  type ScopeOptions,
} from '@atrium/backend-common';
import { NotAllowedError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import { words } from '../slaWords';

/** Who wants to change agreements, and where the owners of entities are found. */
export interface AgreementsOfOptions extends ScopeOptions {
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
}

/** What whoever changes the agreements of some entities needs for each. */
export function agreementsOf(
  entityRefs: string[],
  permission: ResourcePermission,
  options: AgreementsOfOptions,
): Omit<RequiredPermissions, 'credentials'> {
  return {
    permissions: entityRefs.map(resourceRef => ({ permission, resourceRef })),
    refusal: async refs =>
      words.error(
        NotAllowedError,
        words.describe(
          'sla.refusal.change',
          await readOwnerNames(refs, options),
        ),
      ),
  };
}

import { MAX_PAGE_SIZE } from '@atrium/common';
import type { ProvisioningService } from '@atrium/plugin-provisioning-node';
import type { AuthService } from '@backstage/backend-plugin-api';
import type { WorldStore } from './WorldStore';

interface MirrorProvisionedOptions {
  auth: AuthService;
  provisioning: Pick<ProvisioningService, 'getResources'>;
  worlds: Pick<WorldStore, 'saveProvisioned'>;
}

/**
 * Keeps by which names the portal made resources at their providers.
 *
 * @returns whether there are others than before
 */
export async function mirrorProvisioned({
  auth,
  provisioning,
  worlds,
}: MirrorProvisionedOptions): Promise<boolean> {
  // Where charges go does not depend on who looks.
  const credentials = await auth.getOwnServiceCredentials();
  const entityRefs = new Map<string, string>();
  let cursor: string | undefined;
  do {
    const page = await provisioning.getResources(
      // By what stays the same: a change between two pages would hide a resource.
      { limit: MAX_PAGE_SIZE, cursor, sort: 'name' },
      { credentials },
    );
    for (const { catalogRef, providerName } of page.items) {
      entityRefs.set(providerName, catalogRef.toLocaleLowerCase('en-US'));
    }
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return worlds.saveProvisioned(entityRefs);
}

import type { ScopeOptions } from '@atrium/backend-common';
import { MAX_PAGE_SIZE } from '@atrium/common';
import type {
  ProvisionedResource,
  ResourceQuery,
} from '@atrium/plugin-provisioning-common';
import type { ProvisioningService } from '@atrium/plugin-provisioning-node';
import { parseEntityRef } from '@backstage/catalog-model';

/** Resources that are there and that nobody can use. */
export async function readIdleResources(
  provisioning: Pick<ProvisioningService, 'getResources'>,
  { credentials, entityRef }: ScopeOptions & { entityRef: string | undefined },
): Promise<ProvisionedResource[]> {
  const query = toQuery(entityRef);
  if (!query) {
    return [];
  }
  const found: ProvisionedResource[] = [];
  let cursor: string | undefined;
  do {
    const page = await provisioning.getResources(
      { ...query, state: ['ready', 'expiring'], limit: MAX_PAGE_SIZE, cursor },
      { credentials },
    );
    found.push(
      ...page.items.filter(
        ({ isSuspended, state }) => isSuspended || state === 'expiring',
      ),
    );
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return found;
}

/** How provisioning is asked for what an entity stands for. */
function toQuery(entityRef: string | undefined): ResourceQuery | undefined {
  if (entityRef === undefined) {
    return {};
  }
  switch (parseEntityRef(entityRef).kind) {
    case 'group':
    case 'user':
      return { owner: entityRef };
    case 'system':
      return { system: entityRef };
    case 'resource':
      return { catalogRef: entityRef };
    case 'domain':
      return undefined;
    default:
      return { entityRef };
  }
}

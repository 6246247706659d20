import type { ScopeOptions } from '@atrium/backend-common';
import { MAX_PAGE_SIZE } from '@atrium/common';
import type {
  ProvisionedResource,
  ResourceQuery,
} from '@atrium/plugin-provisioning-common';
import type { ProvisioningService } from '@atrium/plugin-provisioning-node';
import { parseEntityRef } from '@backstage/catalog-model';

/** A resource that is there and that nobody can use. */
export interface IdleResource extends ProvisionedResource {
  /** What people call its type; its name where that is no longer known. */
  typeTitle: string;
}

/** Resources that are there and that nobody can use. */
export async function readIdleResources(
  provisioning: Pick<ProvisioningService, 'getDefinitions' | 'getResources'>,
  { credentials, entityRef }: ScopeOptions & { entityRef: string | undefined },
): Promise<IdleResource[]> {
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
  if (found.length === 0) {
    return [];
  }
  const { types } = await provisioning.getDefinitions({ credentials });
  const titles = new Map(types.map(({ name, title }) => [name, title]));
  return found.map(one => ({
    ...one,
    typeTitle: titles.get(one.type) ?? one.type,
  }));
}

/** How provisioning is asked for what an entity stands for. */
function toQuery(entityRef: string | undefined): ResourceQuery | undefined {
  if (entityRef === undefined) {
    return {};
  }
  switch (parseEntityRef(entityRef).kind) {
    case 'group':
    case 'user':
      return { ownerRef: entityRef };
    case 'system':
      return { systemRef: entityRef };
    case 'resource':
      return { catalogRef: entityRef };
    case 'domain':
      return undefined;
    default:
      return { entityRef };
  }
}

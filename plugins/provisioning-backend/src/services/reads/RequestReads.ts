import { isRowId, type ScopeOptions } from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import type {
  ProvisioningRequest,
  RequestDetails,
  requestQuerySchema,
} from '@atrium/plugin-provisioning-common';
import type {
  BackstageUserPrincipal,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { z } from 'zod';
import type { ProvisioningStores } from '../../database/createStores';
import type { RequestOutcome } from '../requests/RequestContext';
import { findComponents } from './findComponents';
import type { ResourceAccess } from './ResourceAccess';
import { toWireRequest } from './toWire';
import type { VisibleOwners } from './VisibleOwners';

interface RequestReadsOptions {
  access: ResourceAccess;
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  owners: VisibleOwners;
  stores: ProvisioningStores;
  userInfo: UserInfoService;
}

type UserOptions = ScopeOptions<BackstageUserPrincipal>;

/** Reads requests, as far as one may see whose resources they are about. */
export class RequestReads {
  readonly #options: RequestReadsOptions;

  constructor(options: RequestReadsOptions) {
    this.#options = options;
  }

  /** One page of the requests that a query is about, the newest first. */
  async list(
    query: z.output<typeof requestQuerySchema>,
    options: UserOptions,
  ): Promise<Page<ProvisioningRequest>> {
    const { catalog, owners, stores, userInfo } = this.#options;
    const {
      awaitsMe,
      entityRef,
      ownerRef,
      requester,
      state,
      systemRef,
      ...rest
    } = query;
    const account =
      awaitsMe && (await userInfo.getUserInfo(options.credentials));
    const states = state === undefined ? undefined : [state].flat();
    const page = await stores.requests.list({
      ...rest,
      entityRefs: await findComponents(
        { entityRef, systemRef },
        { ...options, catalog },
      ),
      ownerRefs: await owners.list(ownerRef, options),
      requesterRef: requester,
      states: account ? ['awaiting-approval'] : states,
      ...(account && {
        approverRefs: [account.userEntityRef, ...account.ownershipEntityRefs],
        notRequesterRef: account.userEntityRef,
      }),
    });
    const resources = await stores.resources.getMany([
      ...new Set(page.items.map(({ resourceId }) => resourceId)),
    ]);
    const byId = new Map(resources.map(resource => [resource.id, resource]));
    return {
      ...page,
      items: page.items.flatMap(request => {
        const resource = byId.get(request.resourceId);
        return resource ? [toWireRequest(request, resource)] : [];
      }),
    };
  }

  /**
   * One request and its resource, as they are kept.
   *
   * @throws NotFoundError when there is none that one may see
   */
  async find(id: string, options: ScopeOptions): Promise<RequestOutcome> {
    const { owners, stores } = this.#options;
    const request = isRowId(id) && (await stores.requests.get(id));
    const resource =
      request && (await stores.resources.get(request.resourceId));
    if (!resource || !(await owners.includes(resource.ownerRef, options))) {
      throw new NotFoundError(`No request with id '${id}'`);
    }
    return { request, resource };
  }

  /**
   * One request with what was shown before it was made and what came of it.
   *
   * @throws NotFoundError when there is none that one may see
   */
  async get(id: string, options: UserOptions): Promise<RequestDetails> {
    const { access, stores } = this.#options;
    const { request, resource } = await this.find(id, options);
    const [timeline, allowed] = await Promise.all([
      stores.timeline.listOfRequest(id),
      access.listRequestActions(request, resource, options),
    ]);
    return {
      ...toWireRequest(request, resource),
      preview: request.preview,
      timeline,
      allowed,
    };
  }
}

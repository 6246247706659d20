import { isRowId, type ScopeOptions } from '@atrium/backend-common';
import type { Page, PageQuery } from '@atrium/common';
import type {
  Leftover,
  ProvisionedResource,
  ResourceDetails,
  resourceQuerySchema,
} from '@atrium/plugin-provisioning-common';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { z } from 'zod';
import type { ProvisioningStores } from '../../database/createStores';
import type { StoredResource } from '../../database/StoredResource';
import type { ActualCosts } from './ActualCosts';
import { findComponents } from './findComponents';
import type { ResourceAccess } from './ResourceAccess';
import { toProviderName, toWireResource } from './toWire';
import type { VisibleOwners } from './VisibleOwners';

interface ResourceReadsOptions {
  access: ResourceAccess;
  actualCosts: Pick<ActualCosts, 'find'>;
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  owners: VisibleOwners;
  stores: ProvisioningStores;
}

const EMPTY: Page<never> = { items: [], totalItems: 0 };

/** Reads resources, as far as one may see their owners. */
export class ResourceReads {
  readonly #options: ResourceReadsOptions;

  constructor(options: ResourceReadsOptions) {
    this.#options = options;
  }

  /** One page of the resources that a query is about. */
  async list(
    query: z.output<typeof resourceQuerySchema>,
    options: ScopeOptions,
  ): Promise<Page<ProvisionedResource>> {
    const { catalog, owners, stores } = this.#options;
    const { catalogRef, entityRef, ownerRef, state, systemRef, ...rest } =
      query;
    const providerNames =
      catalogRef === undefined
        ? undefined
        : [catalogRef].flat().flatMap(ref => toProviderName(ref) ?? []);
    if (providerNames?.length === 0) {
      return EMPTY;
    }
    const page = await stores.resources.list({
      ...rest,
      providerNames,
      entityRefs: await findComponents(
        { entityRef, systemRef },
        { ...options, catalog },
      ),
      ownerRefs: await owners.list(ownerRef, options),
      states: state === undefined ? undefined : [state].flat(),
    });
    return { ...page, items: page.items.map(toWireResource) };
  }

  /**
   * One resource as it is kept.
   *
   * @throws NotFoundError when there is none that one may see
   */
  async find(id: string, options: ScopeOptions): Promise<StoredResource> {
    const { owners, stores } = this.#options;
    const resource = isRowId(id) && (await stores.resources.get(id));
    if (!resource || !(await owners.includes(resource.ownerRef, options))) {
      throw new NotFoundError(`No resource with id '${id}'`);
    }
    return resource;
  }

  /**
   * One resource with all that its page shows.
   *
   * @throws NotFoundError when there is none that one may see
   */
  async get(id: string, options: ScopeOptions): Promise<ResourceDetails> {
    const { access, actualCosts, stores } = this.#options;
    const resource = await this.find(id, options);
    const [actualCost, credentials, timeline] = await Promise.all([
      actualCosts.find(resource, options),
      stores.credentials.list(id),
      stores.timeline.listOfResource(id),
    ]);
    const { evidence, messages, observed, proof } = resource;
    return {
      ...toWireResource(resource),
      actualCost,
      outputs: (observed?.status === 'present'
        ? observed.outputs
        : {}) as ResourceDetails['outputs'],
      credentials: credentials.map(({ seed, ...reference }) => reference),
      timeline,
      evidence,
      messages,
      proof,
      allowed: await access.listResourceActions(resource, credentials, options),
    };
  }

  /** What nobody needs, or nobody knows. */
  async listLeftovers(query: PageQuery): Promise<Page<Leftover>> {
    return this.#options.stores.leftovers.list(query);
  }
}

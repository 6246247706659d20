import type { CompoundEntityRef } from '@backstage/catalog-model';
import type {
  ConfigApi,
  DiscoveryApi,
  FetchApi,
} from '@backstage/frontend-plugin-api';
import { TechDocsClient } from '@backstage/plugin-techdocs';
import type { TechDocsMetadata } from '@backstage/plugin-techdocs-react';
import type { PublishedSites } from './PublishedSites';

export interface DocsClientOptions {
  configApi: ConfigApi;
  discoveryApi: DiscoveryApi;
  fetchApi: FetchApi;
  sites: Pick<PublishedSites, 'getMetadata'>;
}

/** What the reader knows of a site, asked so that a site without pages is no failure. */
export class DocsClient extends TechDocsClient {
  readonly #sites: DocsClientOptions['sites'];

  constructor({ sites, ...options }: DocsClientOptions) {
    super(options);
    this.#sites = sites;
  }

  override getTechDocsMetadata(
    entityRef: CompoundEntityRef,
  ): Promise<TechDocsMetadata> {
    return this.#sites.getMetadata(entityRef);
  }
}

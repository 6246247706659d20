import type { CompoundEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type {
  ConfigApi,
  DiscoveryApi,
  FetchApi,
} from '@backstage/frontend-plugin-api';
import { TechDocsStorageClient } from '@backstage/plugin-techdocs';
import type { SyncResult } from '@backstage/plugin-techdocs-react';
import type { PublishedSites } from '../published/PublishedSites';
import type { ReaderFailures } from './ReaderFailures';

export interface DocsStorageOptions {
  configApi: ConfigApi;
  discoveryApi: DiscoveryApi;
  fetchApi: FetchApi;
  failures: ReaderFailures;
  sites: Pick<PublishedSites, 'requireSite'>;
}

/** Where the reader has pages from; why it has none is told to `failures`. */
export class DocsStorage extends TechDocsStorageClient {
  readonly #fetchApi: FetchApi;
  readonly #failures: ReaderFailures;
  readonly #sites: DocsStorageOptions['sites'];

  constructor({ failures, sites, ...options }: DocsStorageOptions) {
    super({ ...options, fetchApi: refusing(options.fetchApi) });
    this.#fetchApi = options.fetchApi;
    this.#failures = failures;
    this.#sites = sites;
  }

  /** The stock client shows the body of most errors as if it were the page. */
  override getEntityDocs(
    entityRef: CompoundEntityRef,
    path: string,
  ): Promise<string> {
    const { kind, namespace, name } = entityRef;
    return this.#failures.watchPage(async () => {
      await this.#sites.requireSite(entityRef);
      const site = `${await this.getStorageUrl()}/${namespace}/${kind}/${name}`;
      const folder = `${site}/${path}`.replace(/\/?$/, '/');
      const response = await this.#fetchApi.fetch(`${folder}index.html`);
      if (!response.ok) {
        throw await ResponseError.fromResponse(response);
      }
      return response.text();
    });
  }

  override syncEntityDocs(
    entityRef: CompoundEntityRef,
    onLog?: (line: string) => void,
  ): Promise<SyncResult> {
    return this.#failures.watchBuild(log =>
      super.syncEntityDocs(entityRef, line => {
        log(line);
        onLog?.(line);
      }),
    );
  }
}

/** The stock client takes an error for a stream of the wrong type. */
function refusing({ fetch }: FetchApi): FetchApi {
  return {
    async fetch(...request) {
      const response = await fetch(...request);
      if (!response.ok) {
        throw await ResponseError.fromResponse(response);
      }
      return response;
    },
  };
}

import { PluginClient } from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import type {
  CreateRequest,
  Definitions,
  Preview,
  ProvisionedResource,
  ProvisioningRequest,
  RequestDetails,
  RequestQuery,
  ResourceDetails,
  ResourceInput,
  ResourceQuery,
} from '@atrium/plugin-provisioning-common';
import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type {
  ProvisioningService,
  ProvisioningServiceOptions,
} from './ProvisioningService';

/** Asks provisioning over HTTP, wherever it runs. */
export class ProvisioningClient implements ProvisioningService {
  readonly #client: PluginClient;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#client = new PluginClient('provisioning', options);
  }

  async getDefinitions(options: ProvisioningServiceOptions) {
    return this.#client.get<Definitions>('/definitions', {}, options);
  }

  async preview(input: ResourceInput, options: ProvisioningServiceOptions) {
    return this.#client.post<Preview>('/previews', input, options);
  }

  async createRequest(
    input: CreateRequest,
    options: ProvisioningServiceOptions & { idempotencyKey?: string },
  ) {
    const { idempotencyKey } = options;
    return this.#client.post<ProvisioningRequest>('/requests', input, {
      ...options,
      ...(idempotencyKey && {
        headers: { 'idempotency-key': idempotencyKey },
      }),
    });
  }

  async getRequest(id: string, options: ProvisioningServiceOptions) {
    const path = `/requests/${encodeURIComponent(id)}`;
    return this.#client.get<RequestDetails>(path, {}, options);
  }

  async getRequests(query: RequestQuery, options: ProvisioningServiceOptions) {
    return this.#client.get<Page<ProvisioningRequest>>(
      '/requests',
      { ...query },
      options,
    );
  }

  async getResources(
    query: ResourceQuery,
    options: ProvisioningServiceOptions,
  ) {
    return this.#client.get<Page<ProvisionedResource>>(
      '/resources',
      { ...query, hasDrift: query.hasDrift },
      options,
    );
  }

  async getResource(id: string, options: ProvisioningServiceOptions) {
    const path = `/resources/${encodeURIComponent(id)}`;
    return this.#client.get<ResourceDetails>(path, {}, options);
  }
}

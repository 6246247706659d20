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
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** On whose behalf provisioning is asked. */
export interface ProvisioningServiceOptions {
  credentials: BackstageCredentials;
}

/** What other backends ask provisioning. */
export interface ProvisioningService {
  getDefinitions(options: ProvisioningServiceOptions): Promise<Definitions>;
  preview(
    input: ResourceInput,
    options: ProvisioningServiceOptions,
  ): Promise<Preview>;
  /**
   * Asks for a resource.
   *
   * @param options - The same key with the same input is the same request; with
   * another input it is refused (409).
   */
  createRequest(
    input: CreateRequest,
    options: ProvisioningServiceOptions & { idempotencyKey?: string },
  ): Promise<ProvisioningRequest>;
  getRequest(
    id: string,
    options: ProvisioningServiceOptions,
  ): Promise<RequestDetails>;
  getRequests(
    query: RequestQuery,
    options: ProvisioningServiceOptions,
  ): Promise<Page<ProvisioningRequest>>;
  getResources(
    query: ResourceQuery,
    options: ProvisioningServiceOptions,
  ): Promise<Page<ProvisionedResource>>;
  getResource(
    id: string,
    options: ProvisioningServiceOptions,
  ): Promise<ResourceDetails>;
}

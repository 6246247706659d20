import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { ProvisioningClient } from './ProvisioningClient';
import type { ProvisioningService } from './ProvisioningService';

/** How other backends ask for resources, and read them. */
export const provisioningServiceRef = createServiceRef<ProvisioningService>({
  id: 'provisioning',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => new ProvisioningClient(deps),
    }),
});

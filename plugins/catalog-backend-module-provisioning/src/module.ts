import { provisioningServiceRef } from '@atrium/plugin-provisioning-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { ProvisionedResourceProvider } from './ProvisionedResourceProvider';

/** Shows what was provisioned in the catalog. */
export const catalogModuleProvisioning = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'provisioning',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        events: eventsServiceRef,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
        provisioning: provisioningServiceRef,
        scheduler: coreServices.scheduler,
      },
      async init({ processing, scheduler, ...deps }) {
        processing.addEntityProvider(
          new ProvisionedResourceProvider({
            ...deps,
            schedule: scheduler.createScheduledTaskRunner({
              frequency: { minutes: 10 },
              initialDelay: { seconds: 15 },
              timeout: { minutes: 5 },
            }),
          }),
        );
      },
    });
  },
});

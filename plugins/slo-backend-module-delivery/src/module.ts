import { deliveryServiceRef } from '@atrium/plugin-delivery-node';
import { sloSourcesExtensionPoint } from '@atrium/plugin-slo-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { DeliverySource } from './DeliverySource';

/** Counts deployments and pipeline runs. */
export const sloModuleDelivery = createBackendModule({
  pluginId: 'slo',
  moduleId: 'delivery',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        delivery: deliveryServiceRef,
        slo: sloSourcesExtensionPoint,
      },
      async init({ auth, delivery, slo }) {
        slo.addSource(new DeliverySource({ auth, delivery }));
      },
    });
  },
});

import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { DeliveryClient } from './DeliveryClient';
import type { DeliveryService } from './DeliveryService';

/** How other backends read delivery, and feed it. */
export const deliveryServiceRef = createServiceRef<DeliveryService>({
  id: 'delivery',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => new DeliveryClient(deps),
    }),
});

import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { CostClient } from './CostClient';
import type { CostService } from './CostService';

/** How other backends read cost. */
export const costServiceRef = createServiceRef<CostService>({
  id: 'cost',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => new CostClient(deps),
    }),
});

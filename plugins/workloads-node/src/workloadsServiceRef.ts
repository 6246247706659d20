import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { WorkloadsClient } from './WorkloadsClient';
import type { WorkloadsService } from './WorkloadsService';

/** How other backends ask workloads. */
export const workloadsServiceRef = createServiceRef<WorkloadsService>({
  id: 'workloads',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => new WorkloadsClient(deps),
    }),
});

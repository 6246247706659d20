import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { SloClient } from './SloClient';
import type { SloService } from './SloService';

/** How other backends read slo, and feed it. */
export const sloServiceRef = createServiceRef<SloService>({
  id: 'slo',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => new SloClient(deps),
    }),
});

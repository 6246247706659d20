import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { ApiHistoryClient } from './ApiHistoryClient';
import type { ApiHistoryService } from './ApiHistoryService';

/** How other backends ask for the history of APIs. */
export const apiHistoryServiceRef = createServiceRef<ApiHistoryService>({
  id: 'api-history',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => new ApiHistoryClient(deps),
    }),
});

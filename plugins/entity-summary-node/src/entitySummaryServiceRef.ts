import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { EntitySummaryClient } from './EntitySummaryClient';
import type { EntitySummaryService } from './EntitySummaryService';

/** How other backends ask what is known of entities at a glance. */
export const entitySummaryServiceRef = createServiceRef<EntitySummaryService>({
  id: 'entity-summary',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => new EntitySummaryClient(deps),
    }),
});

import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { ScorecardClient } from './ScorecardClient';
import type { ScorecardService } from './ScorecardService';

/** How other backends read scorecard. */
export const scorecardServiceRef = createServiceRef<ScorecardService>({
  id: 'scorecard',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => new ScorecardClient(deps),
    }),
});

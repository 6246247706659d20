import { readJson } from '@atrium/backend-common';
import type { AuditedServices, EntityOrigins } from '@atrium/backend-common';
import type { GitHosts } from '@atrium/git-hosts';
import type {
  HttpAuthService,
  HttpRouterService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import PromiseRouter from 'express-promise-router';
import { registerActions } from './actions';
import type { ScorecardActionOptions } from './actions/ScorecardActionOptions';
import type { ScorecardConfig } from './config/readScorecardConfig';
import type { createEngine } from './createEngine';
import type { EntityStore } from './database/EntityStore';
import type { FactStore } from './database/FactStore';
import type { ScorecardReadStore } from './database/ScorecardReadStore';
import { createFixes } from './fixes/createFixes';
import { createFixRouter } from './fixes/createFixRouter';
import { createPeople, type CreatePeopleOptions } from './people/createPeople';
import { createExemptionRouter } from './people/routes/createExemptionRouter';
import { createInitiativeRouter } from './people/routes/createInitiativeRouter';
import { schedulePeopleTasks } from './people/schedulePeopleTasks';
import { createBadgeRouter } from './reads/badge/createBadgeRouter';
import { createReadRouter } from './reads/createReadRouter';
import { createReads } from './reads/createReads';

interface StartPeopleAndReadsOptions
  extends AuditedServices,
    Omit<CreatePeopleOptions, 'expressions' | 'signals'> {
  actionsRegistry: ActionsRegistryService;
  config: ScorecardConfig;
  gitHosts: GitHosts;
  engine: Pick<
    ReturnType<typeof createEngine>,
    'exemptions' | 'expressions' | 'signals'
  >;
  httpAuth: HttpAuthService;
  httpRouter: HttpRouterService;
  origins: EntityOrigins;
  scorecardReads: ScorecardActionOptions['scorecardReads'];
  stores: CreatePeopleOptions['stores'] & {
    entities: EntityStore;
    facts: FactStore;
    reads: ScorecardReadStore;
  };
}

/**
 * Starts all that is done with results: routes, actions and tasks of reading
 * them, of exemptions, initiatives and fixes.
 */
export async function startPeopleAndReads(
  options: StartPeopleAndReadsOptions,
): Promise<void> {
  const { actionsRegistry, config, engine, httpRouter, scheduler } = options;
  const { exemptions: grantedExemptions, expressions, signals } = engine;
  const shared = { ...options, grantedExemptions, expressions, signals };
  const people = createPeople(shared);
  const services = {
    ...shared,
    ...people,
    ...createReads(shared),
    fixes: createFixes(shared),
    hasPublicBadges: config.hasPublicBadges,
  };
  if (services.hasPublicBadges) {
    httpRouter.addAuthPolicy({ path: '/badge', allow: 'unauthenticated' });
  }
  const router = PromiseRouter();
  // It reads its own, larger bodies.
  router.use(createFixRouter(services));
  router.use(readJson({ limit: '100kb' }));
  router.use(createReadRouter(services));
  router.use(createBadgeRouter(services));
  router.use(createExemptionRouter(services));
  router.use(createInitiativeRouter(services));
  httpRouter.use(router);
  registerActions(actionsRegistry, services);
  await schedulePeopleTasks(scheduler, people.peopleTasks);
}

import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  createFactRouter,
  type FactRouterOptions,
} from './routes/createFactRouter';
import {
  createScorecardProposalRouter,
  type ScorecardProposalRouterOptions,
} from './routes/createScorecardProposalRouter';
import {
  createScorecardRouter,
  type ScorecardRouterOptions,
} from './routes/createScorecardRouter';

/** What the routes of scorecard need. */
export type RouterOptions = FactRouterOptions &
  ScorecardProposalRouterOptions &
  ScorecardRouterOptions;

/** The REST API; its contract is in the README. */
export function createRouter(options: RouterOptions): Router {
  const router = PromiseRouter();
  // Each reads bodies of its own size.
  router.use(createFactRouter(options));
  router.use(createScorecardProposalRouter(options));
  router.use(createScorecardRouter(options));
  return router;
}

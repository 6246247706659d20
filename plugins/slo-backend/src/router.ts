import { readJson } from '@atrium/backend-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  type CountRouterOptions,
  createCountRouter,
} from './routes/createCountRouter';
import {
  createExclusionRouter,
  type ExclusionRouterOptions,
} from './routes/createExclusionRouter';
import {
  createGateRouter,
  type GateRouterOptions,
} from './routes/createGateRouter';
import {
  createReadRouter,
  type ReadRouterOptions,
} from './routes/createReadRouter';
import {
  createSloProposalRouter,
  type SloProposalRouterOptions,
} from './routes/createSloProposalRouter';

/** What the routes of slo need. */
export type RouterOptions = CountRouterOptions &
  ExclusionRouterOptions &
  GateRouterOptions &
  ReadRouterOptions &
  SloProposalRouterOptions;

/** The REST API; its contract is in the README of the common package. */
export function createRouter(options: RouterOptions): Router {
  const router = PromiseRouter();
  // These read their own, larger bodies.
  router.use(createCountRouter(options));
  router.use(createSloProposalRouter(options));
  router.use(readJson());
  router.use(createReadRouter(options));
  router.use(createExclusionRouter(options));
  router.use(createGateRouter(options));
  return router;
}

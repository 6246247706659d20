import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  createPersonRouter,
  type PersonRouterOptions,
} from './routes/createPersonRouter';
import {
  createSummaryRouter,
  type SummaryRouterOptions,
} from './routes/createSummaryRouter';
import {
  createListRouter,
  type ListRouterOptions,
} from './routes/createListRouter';

/** What {@link createRouter} needs. */
export type RouterOptions = ListRouterOptions &
  PersonRouterOptions &
  SummaryRouterOptions;

/** Serves what is known of entities under `/api/entity-summary`. */
export function createRouter(options: RouterOptions): Router {
  const router = PromiseRouter();
  router.use(createListRouter(options));
  router.use(createSummaryRouter(options));
  router.use(createPersonRouter(options));
  return router;
}

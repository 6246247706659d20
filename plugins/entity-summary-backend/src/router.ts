import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  createListRouter,
  type ListRouterOptions,
} from './routes/createListRouter';

/** What {@link createRouter} needs. */
export type RouterOptions = ListRouterOptions;

/** Serves what is known of entities under `/api/entity-summary`. */
export function createRouter(options: RouterOptions): Router {
  const router = PromiseRouter();
  router.use(createListRouter(options));
  return router;
}

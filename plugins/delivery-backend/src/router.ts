import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  createCountRouter,
  type CountRouterOptions,
} from './routes/createCountRouter';
import {
  createExportRouter,
  type ExportRouterOptions,
} from './routes/createExportRouter';
import {
  createIngestRouter,
  type IngestRouterOptions,
} from './routes/createIngestRouter';
import {
  createReadRouter,
  type ReadRouterOptions,
} from './routes/createReadRouter';
import {
  createRerunRouter,
  type RerunRouterOptions,
} from './routes/createRerunRouter';

/** What the routes of delivery need. */
export type RouterOptions = CountRouterOptions &
  ExportRouterOptions &
  IngestRouterOptions &
  ReadRouterOptions &
  RerunRouterOptions;

/** The REST API; its contract is in the README of the common package. */
export function createRouter(options: RouterOptions): Router {
  const router = PromiseRouter();
  router.use(createIngestRouter(options));
  router.use(createReadRouter(options));
  router.use(createCountRouter(options));
  router.use(createExportRouter(options));
  router.use(createRerunRouter(options));
  return router;
}

import { readJson } from '@atrium/backend-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  createDefinitionRouter,
  type DefinitionRouterOptions,
} from './routes/createDefinitionRouter';
import {
  createLeftoverRouter,
  type LeftoverRouterOptions,
} from './routes/createLeftoverRouter';
import {
  createReadRouter,
  type ReadRouterOptions,
} from './routes/createReadRouter';
import {
  createRequestRouter,
  type RequestRouterOptions,
} from './routes/createRequestRouter';
import {
  createResourceRouter,
  type ResourceRouterOptions,
} from './routes/createResourceRouter';
import {
  createScoreRouter,
  type ScoreRouterOptions,
} from './routes/createScoreRouter';

/** What the routes of provisioning need. */
export type RouterOptions = DefinitionRouterOptions &
  LeftoverRouterOptions &
  ReadRouterOptions &
  RequestRouterOptions &
  ResourceRouterOptions &
  ScoreRouterOptions;

/** The REST API; its contract is in the README. */
export function createRouter(options: RouterOptions): Router {
  const router = PromiseRouter();
  // It reads its own, larger bodies.
  router.use(createDefinitionRouter(options));
  router.use(readJson({ limit: '100kb' }));
  router.use(createReadRouter(options));
  router.use(createLeftoverRouter(options));
  router.use(createRequestRouter(options));
  router.use(createResourceRouter(options));
  router.use(createScoreRouter(options));
  return router;
}

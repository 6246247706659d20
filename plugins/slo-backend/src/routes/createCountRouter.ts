import { readJson } from '@atrium/backend-common';
import { parseInput } from '@atrium/common';
import {
  type PushCountsAnswer,
  pushCountsSchema,
} from '@atrium/plugin-slo-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { RequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { PushService } from '../services/collect/PushService';

/** What the route for pushed counts needs. */
export interface CountRouterOptions {
  httpAuth: HttpAuthService;
  push: PushService;
}

/** Enough for the largest batch. */
const MAX_BODY = '4mb';

/**
 * Where counts come in. Taken from plugins and from whoever has an external
 * access token, which `backend.auth.externalAccess` can restrict to this
 * plugin; people have no business sending measurements.
 */
export function createCountRouter(options: CountRouterOptions): Router {
  const { httpAuth, push } = options;
  const router = PromiseRouter();

  // Whoever has no token is refused before the body is read.
  const checkToken: RequestHandler = async (req, _res, next) => {
    await httpAuth.credentials(req, { allow: ['service'] });
    next();
  };

  router.post(
    '/counts',
    checkToken,
    readJson({ limit: MAX_BODY }),
    async (req, res) => {
      const { counts } = parseInput(pushCountsSchema, req.body);
      res.json((await push.push(counts)) satisfies PushCountsAnswer);
    },
  );

  return router;
}

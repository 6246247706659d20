import { parseInput } from '@atrium/common';
import { firstPagesQuerySchema } from '@atrium/plugin-techdocs-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { FirstPages } from './FirstPages';

interface FirstPagesRouterOptions {
  httpAuth: HttpAuthService;
  firstPages: Pick<FirstPages, 'list'>;
}

/** Tells whose first page somebody may write before it is offered. */
export function createFirstPagesRouter(
  options: FirstPagesRouterOptions,
): Router {
  const { httpAuth, firstPages } = options;
  const router = PromiseRouter();
  router.post('/first-pages/by-entity', express.json(), async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { entityRefs } = parseInput(firstPagesQuerySchema, req.body);
    const { userEntityRef } = credentials.principal;
    res.json({
      items: await firstPages.list(entityRefs, { credentials, userEntityRef }),
    });
  });
  return router;
}

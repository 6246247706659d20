import { noQuerySchema, parseInput, parseQuery } from '@atrium/common';
import { eventCountsRequestSchema } from '@atrium/plugin-delivery-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { EventCounter } from '../services/reads/EventCounter';

/** What the route for counts needs. */
export interface CountRouterOptions {
  httpAuth: HttpAuthService;
  counter: EventCounter;
}

/** Enough for as many queries as a request may have. */
const MAX_BODY = '1mb';

/** Counts by the minute; a POST, since many are asked for at once. */
export function createCountRouter(options: CountRouterOptions): Router {
  const { httpAuth, counter } = options;
  const router = PromiseRouter();

  router.post(
    '/event-counts',
    express.json({ limit: MAX_BODY }),
    async (req, res) => {
      parseQuery(noQuerySchema, req.query);
      const request = parseInput(eventCountsRequestSchema, req.body);
      const credentials = await httpAuth.credentials(req);
      res.json(await counter.count(request, { credentials }));
    },
  );

  return router;
}

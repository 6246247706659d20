import {
  entityRefSchema,
  noQuerySchema,
  parseInput,
  parseQuery,
} from '@atrium/common';
import type { EntitySummary } from '@atrium/plugin-entity-summary-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Summaries } from '../summary/Summaries';

/** What the route of one entity needs. */
export interface SummaryRouterOptions {
  httpAuth: HttpAuthService;
  summaries: Summaries;
}

/** Serves what the page of one entity shows first. */
export function createSummaryRouter({
  httpAuth,
  summaries,
}: SummaryRouterOptions): Router {
  const router = PromiseRouter();

  router.get('/entities/:kind/:namespace/:name', async (req, res) => {
    const { kind, namespace, name } = req.params;
    // The versions of APIs are for people only.
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    parseQuery(noQuerySchema, req.query);
    const entityRef = parseInput(
      entityRefSchema,
      `${kind}:${namespace}/${name}`,
    );
    const summary = await summaries.get(entityRef, { credentials });
    res.json(summary satisfies EntitySummary);
  });

  return router;
}

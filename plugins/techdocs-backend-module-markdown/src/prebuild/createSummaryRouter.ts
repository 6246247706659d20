import { parseInput } from '@atrium/common';
import { docsSummariesQuerySchema } from '@atrium/plugin-techdocs-node';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { PrebuildStore } from './PrebuildStore';

interface SummaryRouterOptions {
  httpAuth: HttpAuthService;
  store: Pick<PrebuildStore, 'listSummaries'>;
}

/** Tells other plugins how documentation is, whoever may read it. */
export function createSummaryRouter(options: SummaryRouterOptions): Router {
  const { httpAuth, store } = options;
  const router = PromiseRouter();
  router.post('/docs-summaries/by-entity', express.json(), async (req, res) => {
    await httpAuth.credentials(req, { allow: ['service'] });
    const { entityRefs } = parseInput(docsSummariesQuerySchema, req.body);
    res.json({ items: await store.listSummaries(entityRefs) });
  });
  return router;
}

import { noQuerySchema, parseInput, parseQuery } from '@atrium/common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { RerunService } from '../services/RerunService';
import { runParametersSchema } from './createReadRouter';

/** What the re-run route needs. */
export interface RerunRouterOptions {
  httpAuth: HttpAuthService;
  reruns: RerunService;
}

/** Starting a run again, where its host allows it. */
export function createRerunRouter(options: RerunRouterOptions): Router {
  const { httpAuth, reruns } = options;
  const router = PromiseRouter();

  router.post('/runs/:id/rerun', async (req, res) => {
    parseQuery(noQuerySchema, req.query);
    const { id } = parseInput(runParametersSchema, req.params);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await reruns.rerun(id, { credentials, request: req });
    res.status(202).end();
  });

  return router;
}

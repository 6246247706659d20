import { sendCsv } from '@atrium/backend-common';
import { parseQuery } from '@atrium/common';
import { servicePeriodQuerySchema } from '@atrium/plugin-delivery-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { DeliveryReads } from '../services/reads/DeliveryReads';

/** What the export routes need. */
export interface ExportRouterOptions {
  httpAuth: HttpAuthService;
  reads: DeliveryReads;
}

/** Lists as files for spreadsheets. */
export function createExportRouter(options: ExportRouterOptions): Router {
  const { httpAuth, reads } = options;
  const router = PromiseRouter();

  router.get('/runs.csv', async (req, res) => {
    const query = parseQuery(servicePeriodQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    const runs = await reads.exportRuns(query, { credentials });
    await sendCsv(res, { fileName: 'runs.csv', ...runs });
  });

  router.get('/deployments.csv', async (req, res) => {
    const query = parseQuery(servicePeriodQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    const deployments = await reads.exportDeployments(query, { credentials });
    await sendCsv(res, { fileName: 'deployments.csv', ...deployments });
  });

  return router;
}

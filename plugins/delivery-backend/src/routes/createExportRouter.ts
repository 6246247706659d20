import { parseQuery } from '@atrium/common';
import { servicePeriodQuerySchema } from '@atrium/plugin-delivery-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
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

  for (const [name, read] of [
    ['runs.csv', reads.exportRuns.bind(reads)],
    ['deployments.csv', reads.exportDeployments.bind(reads)],
  ] as const) {
    router.get(`/${name}`, async (req, res) => {
      const query = parseQuery(servicePeriodQuerySchema, req.query);
      const credentials = await httpAuth.credentials(req);
      const rows = await read(query, { credentials });
      res.type('text/csv').attachment(name);
      await pipeline(Readable.from(rows), res);
    });
  }

  return router;
}

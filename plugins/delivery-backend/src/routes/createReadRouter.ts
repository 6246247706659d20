import { noQuerySchema, parseInput, parseQuery } from '@atrium/common';
import {
  changeQuerySchema,
  currentDeploymentQuerySchema,
  deploymentQuerySchema,
  doraComparisonQuerySchema,
  doraQuerySchema,
  environmentQuerySchema,
  incidentQuerySchema,
  overviewQuerySchema,
  runQuerySchema,
  runTrendQuerySchema,
  servicePeriodQuerySchema,
  summaryQuerySchema,
  ticketQuerySchema,
} from '@atrium/plugin-delivery-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { DoraService } from '../services/dora/DoraService';
import type { DeliveryReads } from '../services/reads/DeliveryReads';
import type { DeliverySummaryReads } from '../services/reads/DeliverySummaryReads';
import type { RefusedClaimReads } from '../services/reads/RefusedClaimReads';

/** What the reading routes need. */
export interface ReadRouterOptions {
  httpAuth: HttpAuthService;
  reads: DeliveryReads;
  refusedClaims: RefusedClaimReads;
  summaries: DeliverySummaryReads;
  dora: DoraService;
}

/** The ids of rows are digests in the form of a UUID. */
export const runParametersSchema = z.object({ id: z.guid() });

const lists = [
  ['/runs', 'listRuns', runQuerySchema],
  ['/deployments', 'listDeployments', deploymentQuerySchema],
  ['/changes', 'listChanges', changeQuerySchema],
  ['/incidents', 'listIncidents', incidentQuerySchema],
  ['/tickets', 'listTickets', ticketQuerySchema],
] as const;

/** Everything that is only read. */
export function createReadRouter(options: ReadRouterOptions): Router {
  const { httpAuth, reads, refusedClaims, summaries, dora } = options;
  const router = PromiseRouter();

  for (const [path, name, schema] of lists) {
    router.get(path, async (req, res) => {
      const { entityRef, from, to, limit, cursor, ...filters } = parseQuery(
        schema,
        req.query,
      );
      const credentials = await httpAuth.credentials(req);
      const query = { entityRef, from, to, limit, cursor, filters };
      res.json(await reads.list(name, query, { credentials }));
    });
  }

  router.get('/runs/:id', async (req, res) => {
    parseQuery(noQuerySchema, req.query);
    const { id } = parseInput(runParametersSchema, req.params);
    const credentials = await httpAuth.credentials(req);
    res.json(await reads.getRun(id, { credentials }));
  });

  router.get('/run-trends', async (req, res) => {
    const query = parseQuery(runTrendQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await reads.getRunTrends(query, { credentials }));
  });

  router.get('/refused-claims', async (req, res) => {
    const { entityRef } = parseQuery(environmentQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await refusedClaims.get(entityRef, { credentials }));
  });

  router.get('/environments', async (req, res) => {
    const { entityRef } = parseQuery(environmentQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await reads.getEnvironments(entityRef, { credentials }));
  });

  router.get('/current-deployments', async (req, res) => {
    const { entityRef } = parseQuery(currentDeploymentQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await reads.getCurrentDeployments(entityRef, { credentials }));
  });

  router.get('/overview', async (req, res) => {
    const query = parseQuery(overviewQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await reads.getOverview(query, { credentials }));
  });

  router.get('/summaries', async (req, res) => {
    const query = parseQuery(summaryQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await summaries.get(query, { credentials }));
  });

  router.get('/timeline', async (req, res) => {
    const query = parseQuery(servicePeriodQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await reads.getTimeline(query, { credentials }));
  });

  router.get('/dora', async (req, res) => {
    const query = parseQuery(doraQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await dora.getReport(query, { credentials }));
  });

  router.get('/dora/comparison', async (req, res) => {
    const query = parseQuery(doraComparisonQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await dora.compare(query, { credentials }));
  });

  return router;
}

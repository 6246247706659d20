import { NotAllowedError } from '@backstage/errors';
import { words } from '../sloWords';
import { requirePermissions } from '@atrium/backend-common';
import {
  entityRefSchema,
  noQuerySchema,
  parseInput,
  parseQuery,
} from '@atrium/common';
import {
  alertQuerySchema,
  dailyCountQueriesSchema,
  heatMapQuerySchema,
  type PrometheusRules,
  seriesQuerySchema,
  sloListQuerySchema,
  sloSourceReadPermission,
  statusQuerySchema,
} from '@atrium/plugin-slo-common';
import { exportOpenSlo } from '../services/definitions/exportOpenSlo';
import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { SourceReads } from '../services/collect/SourceReads';
import { exportPrometheusRules } from '../services/prometheus/exportPrometheusRules';
import type { DailyCountReads } from '../services/reads/DailyCountReads';
import type { SeriesReads } from '../services/reads/SeriesReads';
import type { SloReads } from '../services/reads/SloReads';

/** What the reading routes need. */
export interface ReadRouterOptions {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  reads: SloReads;
  series: SeriesReads;
  dailyCounts: DailyCountReads;
  sources: SourceReads;
}

/** The ids of rows have the form of a UUID. */
export const idParametersSchema = z.object({ id: z.guid() });

const entityQuerySchema = z.object({ entityRef: entityRefSchema });

/** Everything that is only read. */
export function createReadRouter(options: ReadRouterOptions): Router {
  const { httpAuth, permissions, reads, series, dailyCounts, sources } =
    options;
  const router = PromiseRouter();

  router.get('/slos', async (req, res) => {
    const query = parseQuery(sloListQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await reads.list(query, { credentials }));
  });

  router.get('/slos/:id', async (req, res) => {
    const { id } = parseInput(idParametersSchema, req.params);
    parseQuery(noQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await reads.get(id, { credentials }));
  });

  router.get('/slos/:id/series', async (req, res) => {
    const { id } = parseInput(idParametersSchema, req.params);
    const query = parseQuery(seriesQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await series.getSeries(id, query, { credentials }));
  });

  router.get('/slos/:id/openslo', async (req, res) => {
    const { id } = parseInput(idParametersSchema, req.params);
    parseQuery(noQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    const { definition } = await reads.find(id, { credentials });
    res.type('application/yaml').send(exportOpenSlo(definition));
  });

  router.get('/slos/:id/prometheus-rules', async (req, res) => {
    const { id } = parseInput(idParametersSchema, req.params);
    parseQuery(noQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    const { definition } = await reads.find(id, { credentials });
    res.json(exportPrometheusRules(definition) satisfies PrometheusRules);
  });

  router.get('/statuses', async (req, res) => {
    const { entityRef } = parseQuery(statusQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json({ items: await reads.getStatuses(entityRef, { credentials }) });
  });

  router.get('/heat-map', async (req, res) => {
    const query = parseQuery(heatMapQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await series.getHeatMap(query, { credentials }));
  });

  router.post('/daily-counts/by-query', async (req, res) => {
    const { queries } = parseInput(dailyCountQueriesSchema, req.body);
    const credentials = await httpAuth.credentials(req);
    res.json({ items: await dailyCounts.list(queries, { credentials }) });
  });

  router.get('/alerts', async (req, res) => {
    const query = parseQuery(alertQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await reads.listAlerts(query, { credentials }));
  });

  router.get('/definitions', async (req, res) => {
    const { entityRef } = parseQuery(entityQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await reads.getDefinitions(entityRef, { credentials }));
  });

  router.get('/sources', async (req, res) => {
    parseQuery(noQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    await requirePermissions(permissions, {
      credentials,
      permissions: [{ permission: sloSourceReadPermission }],
      refusal: () =>
        words.error(NotAllowedError, words.describe('slo.refusal.sources')),
    });
    res.json({ items: await sources.list() });
  });

  return router;
}

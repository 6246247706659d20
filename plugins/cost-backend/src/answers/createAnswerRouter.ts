import { parseQuery } from '@atrium/common';
import {
  breakdownQuerySchema,
  moversQuerySchema,
  resourcesQuerySchema,
  rowsQuerySchema,
  savingsQuerySchema,
  seriesQuerySchema,
  summariesQuerySchema,
  summaryQuerySchema,
  unitCostsQuerySchema,
} from '@atrium/plugin-cost-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ResourceReads } from './charges/ResourceReads';
import type { RowReads } from './charges/RowReads';
import type { MoverReads } from './movers/MoverReads';
import type { BreakdownReads } from './reads/BreakdownReads';
import type { SavingReads } from './savings/SavingReads';
import type { UnitCostReads } from './unitCosts/UnitCostReads';
import type { SeriesReads } from './reads/SeriesReads';
import type { SummariesReads } from './reads/SummariesReads';
import type { SummaryReads } from './reads/SummaryReads';
import { sendBreakdownCsv } from './exports/sendBreakdownCsv';
import { sendBreakdownXlsx } from './exports/sendBreakdownXlsx';

/** What the routes of answers need. */
export interface AnswerRouterOptions {
  breakdown: BreakdownReads;
  httpAuth: HttpAuthService;
  movers: MoverReads;
  resources: ResourceReads;
  rows: RowReads;
  savings: SavingReads;
  series: SeriesReads;
  summaries: SummariesReads;
  summary: SummaryReads;
  unitCosts: UnitCostReads;
}

const exportQuerySchema = breakdownQuerySchema.omit({ limit: true });
/** All groups: there are no more than this. */
const EXPORT_LIMIT = 100_000;

/** What everything costs. */
export function createAnswerRouter(options: AnswerRouterOptions): Router {
  const { breakdown, httpAuth, movers, resources, rows } = options;
  const { savings, series, summaries, summary, unitCosts } = options;
  const router = PromiseRouter();
  const scopeOf = async (req: Request) => ({
    credentials: await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    }),
  });

  router.get('/summary', async (req, res) => {
    const query = parseQuery(summaryQuerySchema, req.query);
    res.json(await summary.get(query, await scopeOf(req)));
  });

  router.get('/summaries', async (req, res) => {
    const query = parseQuery(summariesQuerySchema, req.query);
    res.json(await summaries.get(query, await scopeOf(req)));
  });

  router.get('/series', async (req, res) => {
    const query = parseQuery(seriesQuerySchema, req.query);
    res.json(await series.get(query, await scopeOf(req)));
  });

  router.get('/breakdown', async (req, res) => {
    const query = parseQuery(breakdownQuerySchema, req.query);
    res.json(await breakdown.get(query, await scopeOf(req)));
  });

  router.get('/breakdown.csv', async (req, res) => {
    const query = parseQuery(exportQuerySchema, req.query);
    const all = { ...query, limit: EXPORT_LIMIT };
    await sendBreakdownCsv(res, await breakdown.get(all, await scopeOf(req)));
  });

  router.get('/breakdown.xlsx', async (req, res) => {
    const query = parseQuery(exportQuerySchema, req.query);
    const all = { ...query, limit: EXPORT_LIMIT };
    await sendBreakdownXlsx(res, await breakdown.get(all, await scopeOf(req)));
  });

  router.get('/movers', async (req, res) => {
    const query = parseQuery(moversQuerySchema, req.query);
    res.json(await movers.get(query, await scopeOf(req)));
  });

  router.get('/resources', async (req, res) => {
    const query = parseQuery(resourcesQuerySchema, req.query);
    res.json(await resources.list(query, await scopeOf(req)));
  });

  router.get('/rows', async (req, res) => {
    const query = parseQuery(rowsQuerySchema, req.query);
    res.json(await rows.list(query, await scopeOf(req)));
  });

  router.get('/unit-costs', async (req, res) => {
    const { entityRef } = parseQuery(unitCostsQuerySchema, req.query);
    res.json(await unitCosts.get(entityRef, await scopeOf(req)));
  });

  router.get('/savings', async (req, res) => {
    const { entityRef } = parseQuery(savingsQuerySchema, req.query);
    res.json(await savings.list(entityRef, await scopeOf(req)));
  });

  return router;
}

import { sendCsvItems } from '@atrium/backend-common';
import { parseQuery } from '@atrium/common';
import {
  historyQuerySchema,
  reportCsvQuerySchema,
  reportQuerySchema,
  resultQuerySchema,
} from '@atrium/plugin-scorecard-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { historyCsv } from './report/historyCsv';
import type { HistoryReads } from './report/HistoryReads';
import { groupCsv, moverCsv, weekCsv } from './report/reportCsv';
import type { ReportReads } from './report/ReportReads';
import type { ResultReads } from './ResultReads';
import type { ScorecardDefinitions } from './ScorecardDefinitions';
import { writeResultsCsv } from './writeResultsCsv';

/** What the routes of results need. */
export interface ReadRouterOptions {
  httpAuth: HttpAuthService;
  definitions: Pick<ScorecardDefinitions, 'find'>;
  historyReads: HistoryReads;
  reportReads: ReportReads;
  resultReads: ResultReads;
}

const csvQuerySchema = resultQuerySchema.omit({
  limit: true,
  cursor: true,
  detail: true,
});

/** How entities stand, and stood. */
export function createReadRouter(options: ReadRouterOptions): Router {
  const { definitions, httpAuth } = options;
  const { historyReads, reportReads, resultReads } = options;
  const router = PromiseRouter();

  router.get('/results', async (req, res) => {
    const query = parseQuery(resultQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await resultReads.list(query, { credentials }));
  });

  router.get('/results.csv', async (req, res) => {
    const query = parseQuery(csvQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    await writeResultsCsv(
      res,
      await resultReads.listAll(query, { credentials }),
    );
  });

  router.get('/report', async (req, res) => {
    const query = parseQuery(reportQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await reportReads.get(query, { credentials }));
  });

  router.get('/report.csv', async (req, res) => {
    const { table, ...query } = parseQuery(reportCsvQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    const report = await reportReads.get(query, { credentials });
    const definition = await definitions.find(query.scorecard);
    const levels = definition?.spec.levels ?? [];
    const fileName = `${query.scorecard}-${
      table === 'groups' ? `by-${query.groupBy}` : table
    }.csv`;
    switch (table) {
      case 'groups':
        return sendCsvItems(res, report.groups, {
          fileName,
          columns: groupCsv(levels),
        });
      case 'weeks':
        return sendCsvItems(res, report.weeks, {
          fileName,
          columns: weekCsv(levels),
        });
      case 'movers':
        return sendCsvItems(res, report.movers, {
          fileName,
          columns: moverCsv,
        });
      default:
        return table satisfies never;
    }
  });

  router.get('/history', async (req, res) => {
    const query = parseQuery(historyQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await historyReads.get(query, { credentials }));
  });

  router.get('/history.csv', async (req, res) => {
    const query = parseQuery(historyQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    const { items } = await historyReads.get(query, { credentials });
    await sendCsvItems(res, items, {
      fileName: `${query.scorecard}-history.csv`,
      columns: historyCsv,
    });
  });

  return router;
}

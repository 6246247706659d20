import { readJson, sendCsvItems } from '@atrium/backend-common';
import { noQuerySchema, parseInput, parseQuery } from '@atrium/common';
import { ExpressionError } from '@atrium/expressions';
import {
  checksCsvQuerySchema,
  createDryRunSchema,
  tryExpressionSchema,
} from '@atrium/plugin-scorecard-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { DryRuns } from '../drafts/DryRuns';
import type { ExpressionTrials } from '../drafts/ExpressionTrials';
import { checkCsv, toCheckRows } from '../scorecards/checkCsv';
import { scorecardCsv } from '../scorecards/scorecardCsv';
import type { ScorecardReads } from '../scorecards/ScorecardReads';

/** What the routes of scorecards need. */
export interface ScorecardRouterOptions {
  dryRuns: DryRuns;
  expressionTrials: ExpressionTrials;
  httpAuth: HttpAuthService;
  scorecardReads: ScorecardReads;
}

/** Which scorecards there are, and what would come of others. */
export function createScorecardRouter(options: ScorecardRouterOptions): Router {
  const { dryRuns, expressionTrials, httpAuth, scorecardReads } = options;
  const router = PromiseRouter();
  const readBody = readJson({ limit: '2mb' });

  router.get('/scorecards', async (req, res) => {
    parseQuery(noQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    res.json(await scorecardReads.list({ credentials }));
  });

  router.get('/scorecards.csv', async (req, res) => {
    parseQuery(noQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    const { items } = await scorecardReads.list({ credentials });
    await sendCsvItems(res, items, {
      fileName: 'scorecards.csv',
      columns: scorecardCsv,
    });
  });

  router.get('/checks.csv', async (req, res) => {
    const { scorecard } = parseQuery(checksCsvQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    const details = await scorecardReads.get(scorecard, { credentials });
    await sendCsvItems(res, toCheckRows(details), {
      fileName: `${scorecard}-checks.csv`,
      columns: checkCsv,
    });
  });

  router.get('/scorecards/:name', async (req, res) => {
    parseQuery(noQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    res.json(await scorecardReads.get(req.params.name, { credentials }));
  });

  router.post('/dry-runs', readBody, async (req, res) => {
    const input = parseInput(createDryRunSchema, req.body);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const run = dryRuns.create(input, { credentials });
    res.json(await run.catch(refuseSlow));
  });

  router.post('/expressions', readBody, async (req, res) => {
    const input = parseInput(tryExpressionSchema, req.body);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const trial = expressionTrials.try(input, { credentials });
    res.json(await trial.catch(refuseSlow));
  });

  return router;
}

/** What takes too long is for whoever wrote it to put right. */
function refuseSlow(error: unknown): never {
  throw error instanceof ExpressionError
    ? new InputError(`The expressions cannot be tried: ${error.message}`)
    : error;
}

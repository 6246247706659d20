import { noQuerySchema, parseInput, parseQuery } from '@atrium/common';
import {
  createDryRunSchema,
  tryExpressionSchema,
} from '@atrium/plugin-scorecard-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { DryRuns } from '../drafts/DryRuns';
import type { ExpressionTrials } from '../drafts/ExpressionTrials';
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
  const readBody = express.json({ limit: '2mb' });

  router.get('/scorecards', async (req, res) => {
    parseQuery(noQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    res.json(await scorecardReads.list({ credentials }));
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
    res.json(await dryRuns.create(input, { credentials }));
  });

  router.post('/expressions', readBody, async (req, res) => {
    const input = parseInput(tryExpressionSchema, req.body);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    res.json(await expressionTrials.try(input, { credentials }));
  });

  return router;
}

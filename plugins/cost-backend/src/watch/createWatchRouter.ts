import { readJson } from '@atrium/backend-common';
import { parseInput, parseQuery } from '@atrium/common';
import {
  acknowledgeAnomalySchema,
  anomaliesQuerySchema,
  budgetsQuerySchema,
  pushMetricSchema,
} from '@atrium/plugin-cost-common';
import { NotAllowedError } from '@backstage/errors';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { words } from '../costWords';
import type { Anomalies } from './anomalies/Anomalies';
import {
  type BudgetProposalRouterOptions,
  createBudgetProposalRouter,
} from './budgets/createBudgetProposalRouter';
import type { BudgetReads } from './budgets/BudgetReads';
import type { PushedMetrics } from './metrics/PushedMetrics';

interface WatchRouterOptions extends BudgetProposalRouterOptions {
  anomalies: Anomalies;
  budgets: BudgetReads;
  metricSenders: readonly string[];
  pushedMetrics: PushedMetrics;
}

/** Budgets, what is unusual, and how much work was done. */
export function createWatchRouter(options: WatchRouterOptions): Router {
  const { anomalies, budgets, httpAuth, metricSenders, pushedMetrics } =
    options;
  const router = PromiseRouter();
  const scopeOf = async (req: Request) => ({
    credentials: await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    }),
  });

  router.use(createBudgetProposalRouter(options));

  router.get('/budgets', async (req, res) => {
    const query = parseQuery(budgetsQuerySchema, req.query);
    res.json(await budgets.list(query, await scopeOf(req)));
  });

  router.get('/anomalies', async (req, res) => {
    const query = parseQuery(anomaliesQuerySchema, req.query);
    res.json(await anomalies.list(query, await scopeOf(req)));
  });

  router.post('/anomalies/:id/acknowledge', readJson(), async (req, res) => {
    const body = parseInput(acknowledgeAnomalySchema, req.body);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    res.json(
      await anomalies.acknowledge(req.params.id, body, {
        credentials,
        request: req,
      }),
    );
  });

  router.post('/metrics', readJson(), async (req, res) => {
    const { principal } = await httpAuth.credentials(req, {
      allow: ['service'],
    });
    const { subject } = principal;
    if (!subject.startsWith('plugin:') && !metricSenders.includes(subject)) {
      throw words.error(
        NotAllowedError,
        words.describe('cost.refusal.metricSender', { sender: subject }),
      );
    }
    await pushedMetrics.push(parseInput(pushMetricSchema, req.body));
    res.status(204).end();
  });

  return router;
}

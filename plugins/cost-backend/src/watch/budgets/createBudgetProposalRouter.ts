import {
  audited,
  type AuditedServices,
  readJson,
  requirePermissions,
} from '@atrium/backend-common';
import { parseInput, parseQuery } from '@atrium/common';
import {
  budgetProposalQuerySchema,
  createBudgetProposalSchema,
} from '@atrium/plugin-cost-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { BudgetProposals } from './BudgetProposals';

/** What the routes of budgets need. */
export interface BudgetProposalRouterOptions extends AuditedServices {
  budgetProposals: BudgetProposals;
  httpAuth: HttpAuthService;
}

/** Budgets that are written in the portal. */
export function createBudgetProposalRouter(
  options: BudgetProposalRouterOptions,
): Router {
  const { budgetProposals, httpAuth, permissions } = options;
  const router = PromiseRouter();

  router.get('/budget-proposals', async (req, res) => {
    const { entityRef } = parseQuery(budgetProposalQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const subject = await budgetProposals.find(entityRef, { credentials });
    // It says what is in the repository, which the portal sees more of.
    await requirePermissions(permissions, { credentials, ...subject.access });
    const { userEntityRef } = credentials.principal;
    res.json(
      await budgetProposals.getDraft(subject, { credentials, userEntityRef }),
    );
  });

  router.post('/budget-proposals', readJson(), async (req, res) => {
    const input = parseInput(createBudgetProposalSchema, req.body);
    const { base, budget, entityRef } = input;
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const subject = await budgetProposals.find(entityRef, { credentials });
    const { userEntityRef } = credentials.principal;
    const proposal = await audited(options, {
      eventId: 'budget-propose',
      request: req,
      meta: { entityRef, budget },
      access: { credentials, ...subject.access },
      work: () =>
        budgetProposals.propose(
          subject,
          { base, budget },
          { credentials, userEntityRef },
        ),
      describe: ({ commit, handover }) => ({ handover, commit }),
    });
    res.status(201).json(proposal);
  });

  return router;
}

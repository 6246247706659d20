import {
  createProposalRouter,
  type ProposalRouterOptions,
  requirePermissions,
} from '@atrium/backend-common';
import {
  noQuerySchema,
  parseInput,
  parseQuery,
  type TextProblem,
} from '@atrium/common';
import {
  checkCostProposalSchema,
  costBillReadPermission,
  costProposalQuerySchema,
  costTotalReadPermission,
  createCostProposalSchema,
  ruleDryRunSchema,
  unallocatedQuerySchema,
} from '@atrium/plugin-cost-common';
import express, { type Request, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { FinanceRefusals } from '../FinanceRefusals';
import type { TokenAccess } from '../TokenAccess';
import type { DryRuns } from './dryRuns/DryRuns';
import type { AllocationProposalSubjects } from './proposals/AllocationProposalSubjects';
import type { AllocationReads } from './reads/AllocationReads';
import type { UnallocatedReads } from './reads/UnallocatedReads';

type Subject = { entityRef?: string };

/** What the routes of allocation need. */
export interface AllocationRouterOptions
  extends Omit<
    ProposalRouterOptions<Subject, TextProblem>,
    'eventId' | 'schemas' | 'findSubject'
  > {
  dryRuns: DryRuns;
  finance: Pick<FinanceRefusals, 'create'>;
  proposalSubjects: AllocationProposalSubjects;
  reads: AllocationReads;
  tokens: Pick<TokenAccess, 'requireBills' | 'requireTotals'>;
  unallocated: UnallocatedReads;
}

/** Six characters of JSON may stand for one of the file. */
const MAX_DRY_RUN_BYTES = 3_000_000;

/** Whose every charge is, by which rules, and what they leave. */
export function createAllocationRouter(
  options: AllocationRouterOptions,
): Router {
  const {
    dryRuns,
    finance,
    httpAuth,
    permissions,
    proposalSubjects,
    reads,
    tokens,
    unallocated,
  } = options;
  const router = PromiseRouter();
  const require = async (
    req: Request,
    permission: typeof costBillReadPermission,
    refusal: 'cost.refusal.allocated' | 'cost.refusal.unallocated',
  ) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await requirePermissions(permissions, {
      credentials,
      permissions: [{ permission }],
      refusal: () => finance.create(refusal, { credentials }),
    });
    return { credentials };
  };
  const requireBills = async (req: Request) =>
    tokens.requireBills(
      await require(req, costBillReadPermission, 'cost.refusal.unallocated'),
    );
  const requireTotals = async (req: Request) =>
    tokens.requireTotals(
      await require(req, costTotalReadPermission, 'cost.refusal.allocated'),
    );

  router.use(
    createProposalRouter<Subject, TextProblem>({
      ...options,
      eventId: 'allocation-propose',
      schemas: {
        subject: costProposalQuerySchema,
        check: checkCostProposalSchema,
        create: createCostProposalSchema,
      },
      findSubject: (subject, caller) => proposalSubjects.find(subject, caller),
    }),
  );

  router.get('/allocation', async (req, res) => {
    parseQuery(noQuerySchema, req.query);
    await requireTotals(req);
    res.json(await reads.get());
  });

  router.get('/allocation/versions', async (req, res) => {
    parseQuery(noQuerySchema, req.query);
    await requireTotals(req);
    res.json(await reads.listVersions());
  });

  router.get('/unallocated', async (req, res) => {
    const query = parseQuery(unallocatedQuerySchema, req.query);
    await requireBills(req);
    res.json(await unallocated.list(query));
  });

  router.post(
    '/rule-dry-runs',
    express.json({ limit: MAX_DRY_RUN_BYTES }),
    async (req, res) => {
      await requireBills(req);
      const input = parseInput(ruleDryRunSchema, req.body);
      res.json(await dryRuns.run(input));
    },
  );

  return router;
}

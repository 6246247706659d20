import {
  createProposalRouter,
  type ProposalRouterOptions,
  requirePermissions,
} from '@atrium/backend-common';
import { MAX_PROPOSAL_LENGTH, parseInput } from '@atrium/common';
import type { FileProblem } from '@atrium/common/yaml';
import {
  checkDefinitionProposalSchema,
  createDefinitionProposalSchema,
  type DefinitionProposalQuery,
  definitionProposalQuerySchema,
} from '@atrium/plugin-provisioning-common';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { DefinitionProposals } from '../services/definitions/proposals/DefinitionProposals';

/** What the routes of definitions need. */
export interface DefinitionRouterOptions
  extends Omit<
    ProposalRouterOptions<DefinitionProposalQuery, FileProblem>,
    'eventId' | 'schemas' | 'findSubject'
  > {
  definitionProposals: DefinitionProposals;
}

const MAX_BODY_BYTES = 6 * MAX_PROPOSAL_LENGTH;

/** Definitions that are written in the portal. */
export function createDefinitionRouter(
  options: DefinitionRouterOptions,
): Router {
  const { definitionProposals, httpAuth, permissions } = options;
  const { access } = DefinitionProposals;
  const router = PromiseRouter();

  router.use(
    createProposalRouter<DefinitionProposalQuery, FileProblem>({
      ...options,
      access,
      eventId: 'definition-propose',
      schemas: {
        subject: definitionProposalQuerySchema,
        check: checkDefinitionProposalSchema,
        create: createDefinitionProposalSchema,
      },
      findSubject: async query => definitionProposals.findSubject(query),
    }),
  );

  router.post(
    '/proposals/effects',
    express.json({ limit: MAX_BODY_BYTES }),
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      await requirePermissions(permissions, { credentials, ...access });
      const input = parseInput(checkDefinitionProposalSchema, req.body);
      res.json(await definitionProposals.getEffects(input));
    },
  );

  return router;
}

import {
  audited,
  type AuditedServices,
  requirePermissions,
  type ScopeOptions,
} from '@atrium/backend-common';
import { parseInput, parseQuery } from '@atrium/common';
import {
  checkSloProposalSchema,
  createSloProposalSchema,
  MAX_PROPOSAL_LENGTH,
  sloDefinitionProposePermission,
  sloProposalQuerySchema,
} from '@atrium/plugin-slo-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Proposals } from '../services/proposals/Proposals';
import { slosOf } from './slosOf';

/** What the routes of proposals need. */
export interface ProposalRouterOptions extends AuditedServices {
  httpAuth: HttpAuthService;
  proposals: Proposals;
}

/** A letter may take four bytes, or six characters of JSON. */
const MAX_BODY_BYTES = 6 * MAX_PROPOSAL_LENGTH;

/** SLOs that are written in the portal. */
export function createProposalRouter(options: ProposalRouterOptions): Router {
  const { httpAuth, permissions, proposals } = options;
  const router = PromiseRouter();

  // The file comes with the rights of the portal, which see more than those of
  // the reader may.
  const findWritable = async (entityRef: string, caller: ScopeOptions) => {
    const entity = await proposals.findEntity(entityRef, caller);
    await requirePermissions(permissions, {
      ...caller,
      ...slosOf(sloDefinitionProposePermission, entityRef),
    });
    return entity;
  };

  router.get('/proposals', async (req, res) => {
    const { entityRef } = parseQuery(sloProposalQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const entity = await findWritable(entityRef, { credentials });
    res.json(await proposals.getDraft(entity));
  });

  router.post(
    '/proposals/check',
    express.json({ limit: MAX_BODY_BYTES }),
    async (req, res) => {
      const input = parseInput(checkSloProposalSchema, req.body);
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const entity = await findWritable(input.entityRef, { credentials });
      res.json(await proposals.check(entity, input));
    },
  );

  router.post(
    '/proposals',
    express.json({ limit: MAX_BODY_BYTES }),
    async (req, res) => {
      const input = parseInput(createSloProposalSchema, req.body);
      const { entityRef, path, base, message } = input;
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const entity = await proposals.findEntity(entityRef, { credentials });
      const { userEntityRef } = credentials.principal;
      const proposal = await audited(options, {
        eventId: 'definition-propose',
        request: req,
        meta: { path, base, message, entityRef },
        access: {
          credentials,
          ...slosOf(sloDefinitionProposePermission, entityRef),
        },
        work: () =>
          proposals.propose(entity, input, { credentials, userEntityRef }),
      });
      res.status(201).json(proposal);
    },
  );

  return router;
}

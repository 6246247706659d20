import type { ScopeOptions } from '@atrium/backend-common';
import { parseInput, parseQuery } from '@atrium/common';
import {
  checkSloProposalSchema,
  createSloProposalSchema,
  MAX_PROPOSAL_LENGTH,
  sloDefinitionProposePermission,
  sloProposalQuerySchema,
} from '@atrium/plugin-slo-common';
import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Proposals } from '../proposals/Proposals';
import type { Mutations } from './Mutations';

/** What the routes of proposals need. */
export interface ProposalRouterOptions {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  mutations: Mutations;
  proposals: Proposals;
}

/** A letter may take four bytes, or six characters of JSON. */
const MAX_BODY_BYTES = 6 * MAX_PROPOSAL_LENGTH;

/** SLOs that are written in the portal. */
export function createProposalRouter(options: ProposalRouterOptions): Router {
  const { httpAuth, permissions, mutations, proposals } = options;
  const router = PromiseRouter();

  // The file comes with the rights of the portal, which see more than those of
  // the reader may.
  const findWritable = async (entityRef: string, asked: ScopeOptions) => {
    const entity = await proposals.findEntity(entityRef, asked);
    const [decision] = await permissions.authorize(
      [{ permission: sloDefinitionProposePermission, resourceRef: entityRef }],
      asked,
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(`You may not write SLOs of '${entityRef}'`);
    }
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
      const proposal = await mutations.run(req, {
        eventId: 'definition-propose',
        permission: sloDefinitionProposePermission,
        entityRef,
        meta: { path, base, message },
        work: userEntityRef =>
          proposals.propose(entity, input, { credentials, userEntityRef }),
      });
      res.status(201).json(proposal);
    },
  );

  return router;
}

import { parseInput, parseQuery } from '@atrium/common';
import {
  createExclusionSchema,
  exclusionQuerySchema,
  sloExclusionCreatePermission,
  sloExclusionDeletePermission,
} from '@atrium/plugin-slo-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Exclusions } from '../exclusions/Exclusions';
import type { Mutations } from './Mutations';
import { idParametersSchema } from './createReadRouter';

/** What the routes of exclusions need. */
export interface ExclusionRouterOptions {
  httpAuth: HttpAuthService;
  mutations: Mutations;
  exclusions: Exclusions;
}

/** Times that do not count. */
export function createExclusionRouter(options: ExclusionRouterOptions): Router {
  const { httpAuth, mutations, exclusions } = options;
  const router = PromiseRouter();

  router.get('/exclusions', async (req, res) => {
    const query = parseQuery(exclusionQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await exclusions.list(query, { credentials }));
  });

  router.post('/exclusions', async (req, res) => {
    const input = parseInput(createExclusionSchema, req.body);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await exclusions.checkEntity(input.entityRef, { credentials });
    const created = await mutations.run(req, {
      eventId: 'exclusion-create',
      permission: sloExclusionCreatePermission,
      entityRef: input.entityRef,
      meta: { ...input },
      work: createdBy => exclusions.create(input, { createdBy }),
    });
    res.status(201).json(created);
  });

  router.delete('/exclusions/:id', async (req, res) => {
    const { id } = parseInput(idParametersSchema, req.params);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { entityRef } = await exclusions.find(id, { credentials });
    const removed = await mutations.run(req, {
      eventId: 'exclusion-delete',
      permission: sloExclusionDeletePermission,
      entityRef,
      meta: { id },
      work: deletedBy => exclusions.remove(id, { deletedBy }),
    });
    res.json(removed);
  });

  return router;
}

import { audited, type AuditedServices } from '@atrium/backend-common';
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
import type { Exclusions } from '../services/Exclusions';
import { idParametersSchema } from './createReadRouter';
import { slosOf, type SlosOfOptions } from './slosOf';

/** What the routes of exclusions need. */
export interface ExclusionRouterOptions extends AuditedServices {
  catalog: SlosOfOptions['catalog'];
  httpAuth: HttpAuthService;
  exclusions: Exclusions;
}

/** Times that do not count. */
export function createExclusionRouter(options: ExclusionRouterOptions): Router {
  const { catalog, httpAuth, exclusions } = options;
  const router = PromiseRouter();

  router.get('/exclusions', async (req, res) => {
    const query = parseQuery(exclusionQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await exclusions.list(query, { credentials }));
  });

  router.post('/exclusions', async (req, res) => {
    const input = parseInput(createExclusionSchema, req.body);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { entityRef } = input;
    await exclusions.checkEntity(entityRef, { credentials });
    const created = await audited(options, {
      eventId: 'exclusion-create',
      request: req,
      meta: { ...input },
      access: {
        credentials,
        ...slosOf(entityRef, sloExclusionCreatePermission, {
          catalog,
          credentials,
        }),
      },
      work: () =>
        exclusions.create(input, {
          createdBy: credentials.principal.userEntityRef,
        }),
    });
    res.status(201).json(created);
  });

  router.delete('/exclusions/:id', async (req, res) => {
    const { id } = parseInput(idParametersSchema, req.params);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { entityRef } = await exclusions.find(id, { credentials });
    const removed = await audited(options, {
      eventId: 'exclusion-delete',
      request: req,
      meta: { id, entityRef },
      access: {
        credentials,
        ...slosOf(entityRef, sloExclusionDeletePermission, {
          catalog,
          credentials,
        }),
      },
      work: () =>
        exclusions.remove(id, {
          deletedBy: credentials.principal.userEntityRef,
        }),
    });
    res.json(removed);
  });

  return router;
}

import { NotAllowedError } from '@backstage/errors';
import { words } from '../provisioningWords';
import {
  audited,
  type AuditedServices,
  requirePermissions,
} from '@atrium/backend-common';
import {
  noQuerySchema,
  pageQuerySchema,
  parseInput,
  parseQuery,
} from '@atrium/common';
import {
  provisioningOperatePermission,
  removeLeftoverSchema,
} from '@atrium/plugin-provisioning-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { LeftoverRemovals } from '../services/LeftoverRemovals';
import type { ResourceReads } from '../services/reads/ResourceReads';

/** What the routes of leftovers need. */
export interface LeftoverRouterOptions extends AuditedServices {
  httpAuth: HttpAuthService;
  leftoverRemovals: LeftoverRemovals;
  resourceReads: ResourceReads;
}

/** What lies at providers and nobody needs or knows, for who runs the portal. */
export function createLeftoverRouter(options: LeftoverRouterOptions): Router {
  const { httpAuth, leftoverRemovals, permissions, resourceReads } = options;
  const router = PromiseRouter();

  router.get('/leftovers', async (req, res) => {
    const query = parseQuery(pageQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await requirePermissions(permissions, {
      credentials,
      permissions: [{ permission: provisioningOperatePermission }],
      refusal: () =>
        words.error(
          NotAllowedError,
          words.describe('provisioning.refusal.seeLeftovers'),
        ),
    });
    res.json(await resourceReads.listLeftovers(query));
  });

  router.post('/leftovers/remove', async (req, res) => {
    parseQuery(noQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const actorRef = credentials.principal.userEntityRef;
    const removal = await audited(options, {
      eventId: 'leftover-remove',
      request: req,
      meta: {},
      access: {
        credentials,
        permissions: [{ permission: provisioningOperatePermission }],
        refusal: () =>
          words.error(
            NotAllowedError,
            words.describe('provisioning.refusal.removeLeftovers'),
          ),
      },
      work: () =>
        leftoverRemovals.remove(parseInput(removeLeftoverSchema, req.body), {
          actorRef,
        }),
      describe: ({ resourceId, removed, snapshot }) => ({
        resourceId,
        removed,
        snapshot,
      }),
    });
    res.json(removal);
  });

  return router;
}

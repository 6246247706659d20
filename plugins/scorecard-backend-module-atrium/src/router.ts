import { audited, type AuditedServices } from '@atrium/backend-common';
import { parseInput } from '@atrium/common';
import {
  confirmOwnershipSchema,
  scorecardOwnershipConfirmPermission,
} from '@atrium/plugin-scorecard-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Confirmations } from './providers/ownership/Confirmations';

/** What the routes of this module need. */
export interface RouterOptions extends AuditedServices {
  confirmations: Confirmations;
  httpAuth: HttpAuthService;
}

/** Stands beside the routes of scorecard, so it parses the bodies of its own only. */
export function createRouter(options: RouterOptions): Router {
  const { confirmations, httpAuth } = options;
  const router = PromiseRouter();

  router.post('/ownership-confirmations', express.json(), async (req, res) => {
    const { entityRef } = parseInput(confirmOwnershipSchema, req.body);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const ownerRef = await confirmations.findOwner(entityRef, { credentials });
    const confirmation = await audited(options, {
      eventId: 'ownership-confirm',
      request: req,
      meta: { entityRef, ownerRef },
      access: {
        credentials,
        permissions: [
          {
            permission: scorecardOwnershipConfirmPermission,
            resourceRef: entityRef,
          },
        ],
        refusal: () =>
          `Only its owner '${ownerRef}' may confirm '${entityRef}'; ask somebody there`,
      },
      work: () => confirmations.confirm({ entityRef, ownerRef }, credentials),
    });
    res.status(201).json(confirmation);
  });

  return router;
}

import { parseInput } from '@atrium/common';
import {
  deliveryRunRerunPermission,
  type Run,
} from '@atrium/plugin-delivery-common';
import type {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { ConflictError, NotAllowedError, toError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { DeliveryReads } from '../reads/DeliveryReads';
import { runParametersSchema } from './createReadRouter';

/** What the re-run route needs. */
export interface RerunRouterOptions {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
  reads: DeliveryReads;
}

/** Starting a run again, where its host allows it. */
export function createRerunRouter(options: RerunRouterOptions): Router {
  const { httpAuth, permissions, auditor, reads } = options;
  const router = PromiseRouter();

  router.post('/runs/:id/rerun', async (req, res) => {
    const { id } = parseInput(runParametersSchema, req.params);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const run = await reads.findRun(id, { credentials });
    const auditorEvent = await auditor.createEvent({
      eventId: 'run-rerun',
      severityLevel: 'medium',
      request: req,
      meta: { runId: id, entityRef: run.entityRef, pipeline: run.pipeline },
    });
    try {
      const [decision] = await permissions.authorize(
        [
          {
            permission: deliveryRunRerunPermission,
            resourceRef: String(run.entityRef),
          },
        ],
        { credentials },
      );
      if (decision.result !== AuthorizeResult.ALLOW) {
        throw new NotAllowedError(
          `You may not start runs of '${run.entityRef}' again`,
        );
      }
      await findController(run).rerun(run, {
        userEntityRef: credentials.principal.userEntityRef,
      });
      await auditorEvent.success();
      res.status(202).end();
    } catch (error) {
      await auditorEvent.fail({ error: toError(error) });
      throw error;
    }
  });

  function findController(run: Run) {
    const controller = reads.findController(run);
    if (!controller) {
      throw new ConflictError(
        `Run '${run.runId}' cannot be started again from here`,
      );
    }
    return controller;
  }

  return router;
}

import {
  schedulerTaskControlPermission,
  schedulerTaskReadPermission,
} from '@atrium/plugin-permission-backend-module-atrium';
import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';

/** What {@link createSchedulerGuard} asks. */
interface SchedulerGuardOptions {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
}

/**
 * Lets through to the routes of the scheduler whom the policy allows.
 *
 * @remarks People only: the static tokens of tools have no policy, and reach
 * tasks through the routes of the plugin that they are for.
 */
export function createSchedulerGuard(options: SchedulerGuardOptions): Router {
  const { httpAuth, permissions } = options;
  const router = PromiseRouter();
  router.use('/.backstage/scheduler', async (req, _res, next) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const isRead = req.method === 'GET' || req.method === 'HEAD';
    const permission = isRead
      ? schedulerTaskReadPermission
      : schedulerTaskControlPermission;
    const [{ result }] = await permissions.authorize([{ permission }], {
      credentials,
    });
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `Only administrators of the portal may ${
          isRead ? 'see' : 'start and stop'
        } its scheduled tasks; ask them to do it`,
      );
    }
    next();
  });
  return router;
}

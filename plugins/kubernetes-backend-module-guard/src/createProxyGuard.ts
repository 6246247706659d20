import { hasPermission, requirePermissions } from '@atrium/backend-common';
import {
  kubernetesLogsReadPermission,
  kubernetesProxyUnrestrictedPermission,
} from '@atrium/plugin-workloads-common';
import type {
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { RequestHandler } from 'express';
import { classifyProxyRead } from './classifyProxyRead';
import type { PodClaims } from './PodClaims';

/** What {@link createProxyGuard} asks. */
interface ProxyGuardOptions {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  claims: Pick<PodClaims, 'find'>;
}

/**
 * Lets events through to the proxy, logs to those who may read them, and asks
 * for a permission of their own for all other requests.
 *
 * @remarks
 *
 * The stock `kubernetes.proxy` permission knows neither the method nor the
 * path, so no policy could allow logs without allowing writes.
 */
export function createProxyGuard(options: ProxyGuardOptions): RequestHandler {
  const { httpAuth, permissions, claims } = options;

  return async (req, _res, next) => {
    const credentials = await httpAuth.credentials(req);
    const read = classifyProxyRead(req);
    if (read?.kind !== 'events' && !(await isUnrestricted(credentials))) {
      if (!read) {
        throw new NotAllowedError(
          'Only pod logs and events can be read through the Kubernetes proxy',
        );
      }
      await requireLogs(credentials, {
        pod: read.pod,
        entityRefs: await claims.find({ ...read, headers: req.headers }),
      });
    }
    next();
  };

  async function isUnrestricted(credentials: BackstageCredentials) {
    const request = { permission: kubernetesProxyUnrestrictedPermission };
    return hasPermission(permissions, request, { credentials });
  }

  async function requireLogs(
    credentials: BackstageCredentials,
    { pod, entityRefs }: { pod: string; entityRefs: string[] },
  ) {
    if (entityRefs.length === 0) {
      throw new NotAllowedError(
        `No rule under 'workloads.claims' confirms whose pod '${pod}' is, so only administrators can read its logs. Ask the platform team for one.`,
      );
    }
    await requirePermissions(permissions, {
      credentials,
      permissions: entityRefs.map(resourceRef => ({
        permission: kubernetesLogsReadPermission,
        resourceRef,
      })),
      refusal: () =>
        `Only the owners of ${entityRefs
          .map(ref => `'${ref}'`)
          .join(', ')} can read the logs of pod '${pod}'`,
    });
  }
}

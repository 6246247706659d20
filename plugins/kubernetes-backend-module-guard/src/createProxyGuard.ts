import {
  hasPermission,
  readOwnerNames,
  requirePermissions,
} from '@atrium/backend-common';
import { MessageWriter } from '@atrium/common';
import {
  kubernetesLogsReadPermission,
  kubernetesProxyUnrestrictedPermission,
  workloadMessages,
} from '@atrium/plugin-workloads-common';
import type {
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { RequestHandler } from 'express';
import { classifyProxyRead } from './classifyProxyRead';
import type { PodClaims } from './PodClaims';

const words = new MessageWriter(workloadMessages);

/** What {@link createProxyGuard} asks. */
interface ProxyGuardOptions {
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
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
  const { catalog, httpAuth, permissions, claims } = options;

  return async (req, _res, next) => {
    const credentials = await httpAuth.credentials(req);
    const read = classifyProxyRead(req);
    if (read?.kind !== 'events' && !(await isUnrestricted(credentials))) {
      if (!read) {
        throw words.error(
          NotAllowedError,
          words.describe('workloads.refusal.proxy'),
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
      throw words.error(
        NotAllowedError,
        words.describe('workloads.refusal.logsNoRule', { pod }),
      );
    }
    await requirePermissions(permissions, {
      credentials,
      permissions: entityRefs.map(resourceRef => ({
        permission: kubernetesLogsReadPermission,
        resourceRef,
      })),
      refusal: async () =>
        words.error(
          NotAllowedError,
          words.describe('workloads.refusal.logs', {
            pod,
            ...(await readOwnerNames(entityRefs, { catalog, credentials })),
          }),
        ),
    });
  }
}

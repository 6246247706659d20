import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { RequestHandler } from 'express';
import { isHarmlessRead } from './isHarmlessRead';
import { kubernetesProxyUnrestrictedPermission } from './kubernetesProxyUnrestrictedPermission';

/** What {@link createProxyGuard} asks. */
interface ProxyGuardOptions {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
}

/**
 * Lets harmless reads through to the proxy and asks for a permission of their
 * own for all other requests.
 *
 * @remarks
 *
 * The stock `kubernetes.proxy` permission knows neither the method nor the
 * path, so no policy could allow logs without allowing writes.
 */
export function createProxyGuard(options: ProxyGuardOptions): RequestHandler {
  return async (req, _res, next) => {
    const credentials = await options.httpAuth.credentials(req);
    if (!isHarmlessRead(req)) {
      const [decision] = await options.permissions.authorize(
        [{ permission: kubernetesProxyUnrestrictedPermission }],
        { credentials },
      );
      if (decision.result !== AuthorizeResult.ALLOW) {
        throw new NotAllowedError(
          'Only pod logs and events can be read through the Kubernetes proxy',
        );
      }
    }
    next();
  };
}

import { kubernetesGuardPermissions } from '@atrium/plugin-workloads-common';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { kubernetesRouterExtensionPoint } from '@backstage/plugin-kubernetes-node';
import Router from 'express-promise-router';
import { createProxyGuard } from './createProxyGuard';
import { PodClaims } from './PodClaims';

/**
 * Puts the proxy guard in front of the stock Kubernetes router.
 */
export const kubernetesModuleProxyGuard = createBackendModule({
  pluginId: 'kubernetes',
  moduleId: 'proxy-guard',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        router: kubernetesRouterExtensionPoint,
      },
      async init(deps) {
        const { httpAuth, permissions, permissionsRegistry, router } = deps;
        permissionsRegistry.addPermissions(kubernetesGuardPermissions);
        const claims = new PodClaims(deps);
        router.addRouter(({ getDefault }) => {
          const guarded = Router();
          guarded.use(
            '/proxy',
            createProxyGuard({ httpAuth, permissions, claims }),
          );
          guarded.use(getDefault());
          return guarded;
        });
      },
    });
  },
});

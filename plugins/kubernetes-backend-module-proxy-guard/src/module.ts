import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { kubernetesRouterExtensionPoint } from '@backstage/plugin-kubernetes-node';
import Router from 'express-promise-router';
import { createProxyGuard } from './createProxyGuard';
import { kubernetesProxyUnrestrictedPermission } from './kubernetesProxyUnrestrictedPermission';

/**
 * Puts the proxy guard in front of the stock Kubernetes router.
 */
export const kubernetesModuleProxyGuard = createBackendModule({
  pluginId: 'kubernetes',
  moduleId: 'proxy-guard',
  register(reg) {
    reg.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        router: kubernetesRouterExtensionPoint,
      },
      async init({ httpAuth, permissions, permissionsRegistry, router }) {
        permissionsRegistry.addPermissions([
          kubernetesProxyUnrestrictedPermission,
        ]);
        router.addRouter(({ getDefault }) => {
          const guarded = Router();
          guarded.use('/proxy', createProxyGuard({ httpAuth, permissions }));
          guarded.use(getDefault());
          return guarded;
        });
      },
    });
  },
});

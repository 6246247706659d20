import { kubernetesGuardPermissions } from '@atrium/plugin-workloads-common';
import { workloadsServiceRef } from '@atrium/plugin-workloads-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  kubernetesFetcherExtensionPoint,
  kubernetesObjectsProviderExtensionPoint,
  kubernetesRouterExtensionPoint,
} from '@backstage/plugin-kubernetes-node';
import Router from 'express-promise-router';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { createProxyGuard } from './createProxyGuard';
import { createServiceQueryGuard } from './createServiceQueryGuard';
import { ForeignObjects } from './ForeignObjects';
import { GuardedFetcher } from './GuardedFetcher';
import { GuardedObjectsProvider } from './GuardedObjectsProvider';
import { PodClaims } from './PodClaims';
import { checkKindsInConfig } from './sensitiveKinds';

/**
 * Puts guards in front of the stock Kubernetes plugin: before its proxy, before
 * what it fetches for entities, and before what it asks clusters for.
 */
export const kubernetesModuleGuard = createBackendModule({
  pluginId: 'kubernetes',
  moduleId: 'guard',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        fetcher: kubernetesFetcherExtensionPoint,
        httpAuth: coreServices.httpAuth,
        objectsProvider: kubernetesObjectsProviderExtensionPoint,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        router: kubernetesRouterExtensionPoint,
        workloads: workloadsServiceRef,
      },
      async init(deps) {
        const { catalog, httpAuth, permissions } = deps;
        checkKindsInConfig(deps.config);
        deps.permissionsRegistry.addPermissions(kubernetesGuardPermissions);
        deps.fetcher.addFetcher(
          async ({ getDefault }) => new GuardedFetcher(await getDefault()),
        );
        const foreignObjects = new ForeignObjects(deps);
        deps.objectsProvider.addObjectsProvider(
          async ({
            getDefault,
            clusterSupplier,
            customResources,
            objectTypesToFetch = [],
          }) =>
            new GuardedObjectsProvider({
              inner: await getDefault(),
              clusterSupplier,
              foreignObjects,
              kinds: [...objectTypesToFetch, ...customResources],
            }),
        );
        const claims = new PodClaims(deps);
        deps.router.addRouter(({ getDefault }) => {
          const guarded = Router();
          guarded.use(
            '/proxy',
            createProxyGuard({ catalog, httpAuth, permissions, claims }),
          );
          guarded.use('/services', createServiceQueryGuard());
          guarded.use(getDefault());
          return guarded;
        });
      },
    });
  },
});

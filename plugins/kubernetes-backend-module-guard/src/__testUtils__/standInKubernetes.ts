import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  kubernetesFetcherExtensionPoint,
  kubernetesObjectsProviderExtensionPoint,
  type KubernetesRouterFactory,
  kubernetesRouterExtensionPoint,
} from '@backstage/plugin-kubernetes-node';
import PromiseRouter from 'express-promise-router';

/** The only cluster that there is. */
const CLUSTER = 'acme-production';

/** The metadata of the objects that exist in the namespace `billing`, by kind and name. */
export type Objects = Record<string, object>;

/**
 * Stands in for the stock Kubernetes plugin, whose proxy cannot be loaded by
 * the test runner: takes the router of the module, and answers what comes
 * through to the proxy as a cluster would.
 */
export function standInKubernetes(objects: Objects, reached: string[]) {
  return createBackendPlugin({
    pluginId: 'kubernetes',
    register(env) {
      let createCustom: KubernetesRouterFactory | undefined;
      env.registerExtensionPoint(kubernetesRouterExtensionPoint, {
        addRouter(factory) {
          createCustom = factory;
        },
      });
      // What is fetched for entities is tested on the stock plugin itself.
      env.registerExtensionPoint(kubernetesFetcherExtensionPoint, {
        addFetcher: () => {},
      });
      env.registerExtensionPoint(kubernetesObjectsProviderExtensionPoint, {
        addObjectsProvider: () => {},
      });
      env.registerInit({
        deps: { httpRouter: coreServices.httpRouter },
        async init({ httpRouter }) {
          const router = createCustom?.({
            getDefault: () => createProxy(objects, reached),
            objectsProvider: {
              getCustomResourcesByEntity: async () => ({ items: [] }),
              getKubernetesObjectsByEntity: async () => ({ items: [] }),
            },
            clusterSupplier: { getClusters: async () => [] },
            authStrategyMap: {},
          });
          if (router) {
            httpRouter.use(router);
          }
        },
      });
    },
  });
}

function createProxy(objects: Objects, reached: string[]) {
  const router = PromiseRouter();
  router.use('/proxy', (req, res) => {
    // As the stock proxy does: without a name, the only cluster is meant.
    if (
      ![undefined, '', CLUSTER].includes(
        req.get('Backstage-Kubernetes-Cluster'),
      )
    ) {
      res.status(404).json({ error: { name: 'NotFoundError' } });
      return;
    }
    reached.push(`${req.method} ${req.path}`);
    const [, name = ''] = req.path.split('/namespaces/billing/');
    const metadata = objects[name];
    if (req.path.endsWith('/log')) {
      res.send('a line');
    } else if (name.includes('/') && !metadata) {
      res.status(404).json({ kind: 'Status', code: 404 });
    } else if (metadata && 'isForbidden' in metadata) {
      res.status(403).json({ kind: 'Status', code: 403 });
    } else {
      res.json({ metadata: metadata ?? {} });
    }
  });
  return router;
}

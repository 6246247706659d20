import type {
  CustomResource,
  FetchResponseWrapper,
  KubernetesFetcher,
  ObjectFetchParams,
} from '@backstage/plugin-kubernetes-node';
import { measurePods } from './measurePods';
import { isSensitiveKind } from './sensitiveKinds';

const PODS: CustomResource = {
  group: '',
  apiVersion: 'v1',
  plural: 'pods',
  objectType: 'customresources',
};
const POD_METRICS: CustomResource = {
  ...PODS,
  group: 'metrics.k8s.io',
  apiVersion: 'v1beta1',
};

/**
 * The last gate before a cluster: never asks it for secrets or config maps,
 * which are among the kinds that the stock plugin fetches.
 */
export class GuardedFetcher implements KubernetesFetcher {
  readonly #inner: KubernetesFetcher;

  constructor(inner: KubernetesFetcher) {
    this.#inner = inner;
  }

  async fetchObjectsForService(
    params: ObjectFetchParams,
  ): Promise<FetchResponseWrapper> {
    return this.#inner.fetchObjectsForService({
      ...params,
      objectTypesToFetch: new Set(
        [...params.objectTypesToFetch].filter(kind => !isSensitiveKind(kind)),
      ),
      customResources: params.customResources.filter(
        kind => !isSensitiveKind(kind),
      ),
    });
  }

  /**
   * Measures pods by the lists themselves, as the stock reading fails as a
   * whole on quantities that are numbers or have a fraction.
   */
  async fetchPodMetricsByNamespaces(
    ...[clusterDetails, credential, namespaces, labelSelector]: Parameters<
      KubernetesFetcher['fetchPodMetricsByNamespaces']
    >
  ): Promise<FetchResponseWrapper> {
    const lists = await Promise.all(
      [...namespaces].map(namespace =>
        this.#inner.fetchObjectsForService({
          serviceId: '',
          clusterDetails,
          credential,
          objectTypesToFetch: new Set(),
          customResources: [PODS, POD_METRICS],
          labelSelector,
          namespace,
        }),
      ),
    );
    return {
      errors: lists.flatMap(({ errors }) => errors),
      responses: lists.flatMap(({ responses: [pods, metrics] }) =>
        pods?.type === 'customresources' && metrics
          ? [
              {
                type: 'podstatus',
                resources: measurePods(pods.resources, metrics.resources),
              },
            ]
          : [],
      ),
    };
  }
}

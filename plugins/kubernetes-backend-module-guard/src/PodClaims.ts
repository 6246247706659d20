import type { WorkloadsService } from '@atrium/plugin-workloads-node';
import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  InputError,
  NotFoundError,
  ResponseError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { Request } from 'express';
import { z } from 'zod';

/** What {@link PodClaims} asks. */
export interface PodClaimsOptions {
  auth: AuthService;
  discovery: DiscoveryService;
  workloads: Pick<WorkloadsService, 'getHolders'>;
}

/** A pod, and the request that names its cluster. */
interface PodPlace {
  namespace: string;
  pod: string;
  headers: Request['headers'];
}

/** Name the cluster, and carry the user's own token for it where it takes one. */
const CLUSTER_HEADER = 'backstage-kubernetes-cluster';
const KUBERNETES_HEADERS = 'backstage-kubernetes-';
const TIMEOUT_MS = 10_000;

const podSchema = z.object({
  metadata: z.object({
    labels: z.record(z.string(), z.string()).default({}),
  }),
});

/**
 * Finds the entities that a pod is proven to belong to.
 *
 * @remarks Workloads decides it, by the same claims as for restarts.
 */
export class PodClaims {
  readonly #options: PodClaimsOptions;

  constructor(options: PodClaimsOptions) {
    this.#options = options;
  }

  /**
   * Refs of the entities; none when the pod is proven to belong to nobody.
   *
   * @throws InputError when the request names no cluster.
   * @throws ServiceUnavailableError when that cannot be found out.
   */
  async find(place: PodPlace): Promise<string[]> {
    const cluster = readCluster(place.headers);
    const labels = await this.#readLabels(place);
    const object = {
      cluster,
      namespace: place.namespace,
      labels,
    };
    try {
      // Whose pod it is does not depend on who asks.
      const { auth, workloads } = this.#options;
      const credentials = await auth.getOwnServiceCredentials();
      const [holders] = await workloads.getHolders([object], { credentials });
      return holders;
    } catch (error) {
      throw new ServiceUnavailableError(
        `Whose pod '${place.pod}' is could not be found out`,
        error,
      );
    }
  }

  /** By the proxy itself, so that each cluster is asked as it is configured. */
  async #readLabels(place: PodPlace): Promise<Record<string, string>> {
    const { auth, discovery } = this.#options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'kubernetes',
    });
    const baseUrl = await discovery.getBaseUrl('kubernetes');
    const { namespace, pod } = place;
    const response = await fetch(
      `${baseUrl}/proxy/api/v1/namespaces/${namespace}/pods/${pod}`,
      {
        headers: {
          ...pickKubernetesHeaders(place.headers),
          authorization: `Bearer ${token}`,
        },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      },
    ).catch(error => {
      throw new ServiceUnavailableError(
        `Whose pod '${pod}' is could not be found out`,
        error,
      );
    });
    if (response.status === 404) {
      throw new NotFoundError(`No pod '${pod}' in namespace '${namespace}'`);
    }
    if (!response.ok) {
      throw new ServiceUnavailableError(
        `Whose pod '${pod}' is could not be found out`,
        await ResponseError.fromResponse(response),
      );
    }
    return podSchema.parse(await response.json()).metadata.labels;
  }
}

/**
 * The cluster that the proxy will ask.
 *
 * @remarks Without a name the proxy asks the only cluster there is, whose name
 * is not known here, so claims would be judged for another place. A header
 * that is sent twice is one name with a comma, here and there.
 */
function readCluster(headers: Request['headers']): string {
  const cluster = headers[CLUSTER_HEADER];
  if (typeof cluster !== 'string' || cluster === '') {
    throw new InputError(
      "Name the cluster of the pod in the header 'Backstage-Kubernetes-Cluster'",
    );
  }
  return cluster;
}

function pickKubernetesHeaders(
  headers: Request['headers'],
): Record<string, string> {
  const picked: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (name.startsWith(KUBERNETES_HEADERS) && typeof value === 'string') {
      picked[name] = value;
    }
  }
  return picked;
}

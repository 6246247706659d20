import {
  controllerOf,
  ownerOfPod,
  ownerReferencesSchema,
  type PodOrigin,
  type WorkloadKind,
} from '@atrium/plugin-workloads-common';
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

/** Where the objects of a kind are, before their namespace and after it. */
const CONTROLLER_PATHS: Record<WorkloadKind, [api: string, plural: string]> = {
  Deployment: ['/apis/apps/v1', 'deployments'],
  StatefulSet: ['/apis/apps/v1', 'statefulsets'],
  DaemonSet: ['/apis/apps/v1', 'daemonsets'],
  CronJob: ['/apis/batch/v1', 'cronjobs'],
};

const objectSchema = z.object({
  metadata: z.object({
    labels: z.record(z.string(), z.string()).nullish(),
    ownerReferences: ownerReferencesSchema,
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
    const { namespace, pod } = place;
    const origin = await this.#read(
      place,
      `/api/v1/namespaces/${namespace}/pods/${pod}`,
    );
    if (!origin) {
      throw new NotFoundError(`No pod '${pod}' in namespace '${namespace}'`);
    }
    const workload = await this.#readWorkload(place, origin);
    const chain = [workload, origin].flatMap(item =>
      item ? [{ cluster, namespace, labels: item.labels }] : [],
    );
    try {
      // Whose pod it is does not depend on who asks.
      const { auth, workloads } = this.#options;
      const credentials = await auth.getOwnServiceCredentials();
      const holders = await workloads.getHolders(chain, { credentials });
      // Who holds a workload holds its pods, whatever their labels say.
      return holders.find(refs => refs.length > 0) ?? [];
    } catch (error) {
      throw notFoundOut(place, error);
    }
  }

  /**
   * The workload that made a pod. Without one the pod stands alone, as that of a
   * job which nobody scheduled.
   */
  async #readWorkload(
    place: PodPlace,
    origin: PodOrigin,
  ): Promise<PodOrigin | undefined> {
    const owner = ownerOfPod(origin);
    if (!owner) {
      return undefined;
    }
    const [api, plural] = CONTROLLER_PATHS[owner.kind];
    const name = encodeURIComponent(owner.name);
    return this.#read(
      place,
      `${api}/namespaces/${place.namespace}/${plural}/${name}`,
    );
  }

  /**
   * An object, or undefined when there is none. By the proxy itself, so that each
   * cluster is asked as it is configured.
   */
  async #read(place: PodPlace, path: string): Promise<PodOrigin | undefined> {
    const { auth, discovery } = this.#options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'kubernetes',
    });
    const baseUrl = await discovery.getBaseUrl('kubernetes');
    try {
      const response = await fetch(`${baseUrl}/proxy${path}`, {
        headers: {
          ...pickKubernetesHeaders(place.headers),
          authorization: `Bearer ${token}`,
        },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (response.status === 404) {
        return undefined;
      }
      if (!response.ok) {
        throw await ResponseError.fromResponse(response);
      }
      const { metadata } = objectSchema.parse(await response.json());
      return {
        labels: metadata.labels ?? {},
        controller: controllerOf(metadata.ownerReferences),
      };
    } catch (error) {
      throw notFoundOut(place, error);
    }
  }
}

function notFoundOut({ pod }: PodPlace, cause: unknown) {
  return new ServiceUnavailableError(
    `Whose pod '${pod}' is could not be found out`,
    cause,
  );
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

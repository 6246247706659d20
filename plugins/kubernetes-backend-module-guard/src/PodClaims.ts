import {
  EntityClaims,
  KUBERNETES_ID_ANNOTATION,
} from '@atrium/plugin-workloads-common';
import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  NotFoundError,
  ResponseError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Request } from 'express';
import { z } from 'zod';

/** What {@link PodClaims} asks. */
export interface PodClaimsOptions {
  auth: AuthService;
  catalog: CatalogService;
  discovery: DiscoveryService;
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

/** Finds the entities whose id the label of a pod carries. */
export class PodClaims {
  readonly #options: PodClaimsOptions;

  constructor(options: PodClaimsOptions) {
    this.#options = options;
  }

  /** Refs of the entities; none when the pod belongs to nobody. */
  async find(place: PodPlace): Promise<string[]> {
    const labels = await this.#readLabels(place);
    const id = labels[KUBERNETES_ID_ANNOTATION];
    if (!id) {
      return [];
    }
    const { auth, catalog } = this.#options;
    // Whose pod it is does not depend on who asks.
    const credentials = await auth.getOwnServiceCredentials();
    const { items } = await catalog.getEntities(
      {
        filter: { [`metadata.annotations.${KUBERNETES_ID_ANNOTATION}`]: id },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.annotations',
        ],
      },
      { credentials },
    );
    // The catalog compares without case, Kubernetes does not.
    return new EntityClaims(items, ({ metadata }) => metadata.annotations)
      .findById({
        cluster: String(place.headers[CLUSTER_HEADER] ?? ''),
        namespace: place.namespace,
        labels,
      })
      .map(entity => stringifyEntityRef(entity));
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

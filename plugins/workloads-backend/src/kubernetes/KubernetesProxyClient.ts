import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  isError,
  ResponseError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { z } from 'zod';
import { ClusterError } from './ClusterError';
import { readClusterError } from './readClusterError';

/** A cluster as the stock backend knows it. */
export interface ClusterInfo {
  name: string;
  title?: string;
  dashboardUrl?: string;
}

/** What is sent to a cluster. */
export interface ClusterRequest {
  method?: 'GET' | 'PATCH' | 'DELETE';
  /** Everything after the address of the API server. */
  path: string;
  body?: { contentType: string; content: unknown };
}

interface KubernetesProxyClientOptions {
  auth: AuthService;
  discovery: DiscoveryService;
  timeoutMs: number;
}

const clustersSchema = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      title: z.string().optional(),
      dashboardUrl: z.string().optional(),
    }),
  ),
});

/**
 * Reaches clusters through the stock Kubernetes backend, which alone holds
 * their addresses and credentials.
 *
 * @remarks As this plugin and not as a user: what a user may see and do is
 * decided before anything is asked here.
 */
export class KubernetesProxyClient {
  readonly #options: KubernetesProxyClientOptions;

  constructor(options: KubernetesProxyClientOptions) {
    this.#options = options;
  }

  /** All clusters that are configured. */
  async listClusters(): Promise<ClusterInfo[]> {
    try {
      const response = await this.#fetch('/clusters');
      if (!response.ok) {
        throw await ResponseError.fromResponse(response);
      }
      return clustersSchema.parse(await response.json()).items;
    } catch (error) {
      throw new ServiceUnavailableError(
        'The Kubernetes plugin does not say which clusters there are',
        error,
      );
    }
  }

  /**
   * Sends a request to a cluster and answers the JSON.
   *
   * @throws ClusterError when that fails in any way.
   */
  async send(cluster: string, request: ClusterRequest): Promise<unknown> {
    const { method = 'GET', path, body } = request;
    let response: Response;
    try {
      response = await this.#fetch(`/proxy${path}`, {
        method,
        headers: {
          'backstage-kubernetes-cluster': cluster,
          accept: 'application/json',
          ...(body && { 'content-type': body.contentType }),
        },
        body: body && JSON.stringify(body.content),
      });
    } catch (error) {
      throw this.#toClusterError(cluster, error);
    }
    if (!response.ok) {
      throw await readClusterError(cluster, response);
    }
    try {
      return await response.json();
    } catch (error) {
      throw this.#toClusterError(cluster, error);
    }
  }

  async #fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const { auth, discovery, timeoutMs } = this.#options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'kubernetes',
    });
    const baseUrl = await discovery.getBaseUrl('kubernetes');
    return fetch(`${baseUrl}${path}`, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(timeoutMs),
    });
  }

  #toClusterError(cluster: string, error: unknown): ClusterError {
    const { timeoutMs } = this.#options;
    const isTimeout = isError(error) && error.name === 'TimeoutError';
    return new ClusterError(
      cluster,
      isTimeout
        ? { kind: 'timeout', detail: `no answer within ${timeoutMs / 1000} s` }
        : { kind: 'unreachable', detail: String(error) },
    );
  }
}

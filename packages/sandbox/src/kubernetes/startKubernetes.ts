import type { IncomingMessage, ServerResponse } from 'node:http';
import { listenOnLoopback } from '../listenOnLoopback.ts';
import { openCluster } from './openCluster.ts';
import type { Cluster, ClusterConfig, ClusterOptions } from './openCluster.ts';

export interface StartKubernetesOptions {
  config: ClusterConfig;
  /** What runs at the root of the server's address, by default also by hand. */
  production: ClusterOptions;
  /** What runs below `/clusters/<name>`, by name. */
  others?: Record<string, ClusterOptions>;
  /** Takes one line per manifest that cannot be applied. */
  warn?: (line: string) => void;
}

/**
 * Starts a Kubernetes API server whose clusters run what the manifests in the
 * repositories say, as if a GitOps operator applied them.
 */
export async function startKubernetes(
  options: StartKubernetesOptions,
): Promise<{ close(): Promise<void> }> {
  const { config, production, others = {} } = options;
  const warn = options.warn ?? console.warn;
  const clusters = new Map<string, Cluster>();
  clusters.set(
    '',
    await openCluster(config, { hasHandApplied: true, ...production, warn }),
  );
  for (const [name, cluster] of Object.entries(others)) {
    clusters.set(
      `/clusters/${name}`,
      await openCluster(config, { ...cluster, warn }),
    );
  }
  const server = await listenOnLoopback({
    name: 'Kubernetes API',
    url: config.kubernetesUrl,
    handler: (request, response) => handle(clusters, request, response),
  });

  return {
    async close() {
      await Promise.all([...clusters.values()].map(item => item.close()));
      await server.close();
    },
  };
}

/** Hands a request to the cluster whose prefix its path has. */
function handle(
  clusters: Map<string, Cluster>,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const prefix = /^\/clusters\/[^/?]*/.exec(request.url ?? '')?.[0] ?? '';
  const cluster = clusters.get(prefix);
  if (!cluster) {
    response.writeHead(404).end();
    return;
  }
  request.url = request.url?.slice(prefix.length) || '/';
  void cluster.api.handle(request, response);
}

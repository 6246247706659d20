import path from 'node:path';
import type { SandboxConfig } from '../config.ts';
import { listenOnLoopback } from '../listenOnLoopback.ts';
import type { ManifestSource } from '../manifests.ts';
import { applyManifests } from './applyManifests.ts';
import { ClusterStore } from './ClusterStore.ts';
import { KubernetesApi } from './KubernetesApi.ts';
import { RolloutHistory } from './RolloutHistory.ts';

export interface StartKubernetesOptions {
  config: SandboxConfig;
  manifests: ManifestSource;
  /** Takes one line per manifest that cannot be applied. */
  warn?: (line: string) => void;
}

/**
 * Starts a Kubernetes API server whose cluster runs what the manifests in the
 * repositories say, as if a GitOps operator applied them.
 */
export async function startKubernetes(
  options: StartKubernetesOptions,
): Promise<{ close(): Promise<void> }> {
  const { config, manifests } = options;
  const warn = options.warn ?? console.warn;
  const history = new RolloutHistory({
    file: path.join(config.stateDir, 'kubernetes', 'history.json'),
    now: Date.now(),
  });
  const store = new ClusterStore({ history });
  const warned = new Set<string>();

  const apply = async () => {
    const applied = applyManifests(await manifests.list());
    store.apply(applied);
    for (const { repository, path: file, message } of applied.problems) {
      const line = `Kubernetes: manifest ${repository}/${file} was skipped: ${message}`;
      if (!warned.has(line)) {
        warned.add(line);
        warn(line);
      }
    }
  };

  await apply();
  const api = new KubernetesApi({
    store,
    token: config.kubernetesToken,
    serverAddress: new URL(config.kubernetesUrl).host,
  });
  const server = await listenOnLoopback({
    name: 'Kubernetes API',
    url: config.kubernetesUrl,
    handler: (request, response) => {
      api.handle(request, response);
    },
  });

  // One apply after another, and one more when a change comes in between.
  let isClosed = false;
  let running = Promise.resolve();
  let isQueued = false;
  manifests.onChange(() => {
    if (isQueued || isClosed) {
      return;
    }
    isQueued = true;
    running = running.then(async () => {
      isQueued = false;
      try {
        await apply();
      } catch (error) {
        warn(`Kubernetes: the manifests could not be read: ${error}`);
      }
    });
  });

  return {
    async close() {
      isClosed = true;
      await running;
      api.close();
      store.close();
      await server.close();
    },
  };
}

import path from 'node:path';
import type { SandboxConfig } from '../config.ts';
import type { ManifestSource } from '../manifests.ts';
import { ClusterStore } from './ClusterStore.ts';
import { KubernetesApi } from './KubernetesApi.ts';
import { KubernetesUsers } from './KubernetesUsers.ts';
import { ManifestOverrides } from './ManifestOverrides.ts';
import { readHandApplied } from './readHandApplied.ts';
import { RolloutHistory } from './RolloutHistory.ts';

/** What of the configuration clusters go by. */
export type ClusterConfig = Pick<
  SandboxConfig,
  'gitUrl' | 'kubernetesTokens' | 'kubernetesUrl' | 'stateDir'
>;

export interface ClusterOptions {
  manifests: ManifestSource;
  /** Where its history is kept, in the folder `kubernetes` of the state. */
  historyFile: string;
  /** When what runs at the first start was rolled out, by repository. */
  rolledOutAt?: ReadonlyMap<string, number>;
  /** The owner of the repositories, where Argo CD and Flux deploy them. */
  gitOpsOwner?: string;
  /** Whether something runs that comes from no repository. */
  hasHandApplied?: boolean;
}

export interface Cluster {
  api: KubernetesApi;
  close(): Promise<void>;
}

/** Runs what the manifests say, now and whenever they change. */
export async function openCluster(
  config: ClusterConfig,
  options: ClusterOptions & { warn: (line: string) => void },
): Promise<Cluster> {
  const { manifests, historyFile, rolledOutAt, gitOpsOwner, warn } = options;
  const folder = path.join(config.stateDir, 'kubernetes');
  const history = new RolloutHistory({
    file: path.join(folder, historyFile),
    now: Date.now(),
    rolledOutAt,
  });
  const store = new ClusterStore({
    history,
    overrides: new ManifestOverrides(
      path.join(folder, `overrides-${historyFile}`),
    ),
  });
  const warned = new Set<string>();
  const byHand = options.hasHandApplied ? await readHandApplied() : [];

  const apply = async () => {
    const files = [...(await manifests.list()), ...byHand];
    const problems = store.apply(
      files,
      gitOpsOwner
        ? {
            gitUrl: config.gitUrl,
            owner: gitOpsOwner,
            commits: new Map(
              files.map(({ repository, commit = '' }) => [repository, commit]),
            ),
          }
        : undefined,
    );
    for (const { repository, path: file, message } of problems) {
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
    users: new KubernetesUsers(config.kubernetesTokens),
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
    api,
    async close() {
      isClosed = true;
      await running;
      api.close();
      store.close();
    },
  };
}

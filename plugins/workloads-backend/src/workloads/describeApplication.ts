import type { GitOpsObject } from '@atrium/plugin-workloads-common';
import type { Application } from '../kubernetes/schemas/gitOps';
import type { GitOpsCandidate } from './GitOpsCandidate';

const OWN_CLUSTER = 'https://kubernetes.default.svc';

/** An Application of Argo CD. */
export function describeApplication(
  cluster: string,
  { metadata, spec, status }: Application,
): GitOpsCandidate {
  const { name, namespace } = metadata;
  const source = spec.source ?? spec.sources?.[0];
  const { server, name: destination } = spec.destination;
  const isOwnCluster = server === OWN_CLUSTER || destination === 'in-cluster';
  const operation = status.operationState;
  const problem = status.conditions?.find(({ type }) =>
    /Error|Warning/.test(type),
  );
  return {
    metadata,
    object: {
      id: ['argo-cd', cluster, namespace, name].join('/'),
      cluster,
      namespace,
      tool: 'argo-cd',
      kind: 'Application',
      name,
      sync: readSync(status.sync.status, operation?.phase),
      health: readHealth(status.health.status),
      revision: status.sync.revision ?? status.sync.revisions?.[0],
      source: source?.repoURL,
      path: source?.path ?? source?.chart,
      lastSyncedAt: operation?.finishedAt ?? undefined,
      message: problem?.message || status.health.message || operation?.message,
    },
    targets: status.resources ?? [],
    targetCluster: isOwnCluster ? cluster : destination,
    marks: { 'argocd.argoproj.io/instance': name },
  };
}

function readSync(
  status: string | undefined,
  phase: string | undefined,
): GitOpsObject['sync'] {
  if (phase === 'Running') {
    return 'syncing';
  }
  switch (status) {
    case 'Synced':
      return 'synced';
    case 'OutOfSync':
      return 'out-of-sync';
    default:
      return 'unknown';
  }
}

function readHealth(status: string | undefined): GitOpsObject['health'] {
  switch (status) {
    case 'Healthy':
      return 'healthy';
    case 'Progressing':
      return 'progressing';
    case 'Degraded':
      return 'degraded';
    case 'Suspended':
      return 'suspended';
    case 'Missing':
      return 'missing';
    default:
      return 'unknown';
  }
}

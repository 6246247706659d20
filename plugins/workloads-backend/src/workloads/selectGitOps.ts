import {
  type GitOpsObject,
  KUBERNETES_ID_ANNOTATION,
  matchesLabelSelector,
} from '@atrium/plugin-workloads-common';
import type { WorkloadObject } from './WorkloadObject';
import type { GitOpsCandidate } from './GitOpsCandidate';

/** Whose objects of GitOps are wanted. */
interface GitOpsQuery {
  labelSelector: string;
  workloads: WorkloadObject[];
}

const TRACKING_ID = 'argocd.argoproj.io/tracking-id';

/** The objects of Argo CD and Flux that belong to an entity. */
export function selectGitOps(
  candidates: GitOpsCandidate[],
  { labelSelector, workloads }: GitOpsQuery,
): GitOpsObject[] {
  return candidates.flatMap((candidate): GitOpsObject[] => {
    const { labels, annotations } = candidate.metadata;
    const id = annotations[KUBERNETES_ID_ANNOTATION];
    const own = id ? { ...labels, [KUBERNETES_ID_ANNOTATION]: id } : labels;
    const brought = clustersOf(
      workloads.filter(workload => brings(candidate, workload)),
    );
    const isLabelled = matchesLabelSelector(labelSelector, own);
    if (!isLabelled && brought.length === 0) {
      return [];
    }
    return [
      {
        ...candidate.object,
        matchedBy: isLabelled ? 'label' : 'resource',
        workloadClusters:
          brought.length > 0
            ? brought
            : guessClusters(candidate, clustersOf(workloads)),
      },
    ];
  });
}

/**
 * Where one that names no workload may have brought some. A tool may call a cluster
 * otherwise than the portal does, and may live in another one.
 */
function guessClusters(
  { targetCluster, object }: GitOpsCandidate,
  clusters: string[],
): string[] {
  const likely = [targetCluster, object.cluster].find(
    cluster => cluster !== undefined && clusters.includes(cluster),
  );
  return likely ? [likely] : clusters;
}

function clustersOf(workloads: WorkloadObject[]): string[] {
  return [...new Set(workloads.map(({ cluster }) => cluster))];
}

function brings(candidate: GitOpsCandidate, workload: WorkloadObject): boolean {
  const { targets, targetCluster, marks, object } = candidate;
  const { kind, cluster, metadata } = workload;
  if (targetCluster !== undefined && targetCluster !== cluster) {
    return false;
  }
  const names = Object.entries(marks);
  const tracking = metadata.annotations[TRACKING_ID];
  return (
    targets.some(
      target =>
        target.kind === kind &&
        target.namespace === metadata.namespace &&
        target.name === metadata.name,
    ) ||
    names.every(([name, value]) => metadata.labels[name] === value) ||
    (object.tool === 'argo-cd' &&
      tracking?.split(':', 1)[0] === candidate.object.name)
  );
}

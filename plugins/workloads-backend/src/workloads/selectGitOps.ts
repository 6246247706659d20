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
    if (matchesLabelSelector(labelSelector, own)) {
      return [{ ...candidate.object, matchedBy: 'label' }];
    }
    return workloads.some(workload => brings(candidate, workload))
      ? [{ ...candidate.object, matchedBy: 'resource' }]
      : [];
  });
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

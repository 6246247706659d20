import type {
  ClusterProblem,
  ClusterProblemKind,
} from '@atrium/plugin-workloads-common';

const WORDS: Record<ClusterProblemKind, string> = {
  unreachable: 'cannot be reached',
  timeout: 'did not answer in time',
  unauthorized: 'does not accept the token of the portal',
  forbidden: 'may not be read',
  'missing-api': 'does not offer everything',
  failed: 'answered with an error',
};

/** A problem in a few words, for where there is little room. */
export function shortProblem({ kind }: ClusterProblem): string {
  return WORDS[kind];
}

/** A problem as a sentence that names the cluster and what is missing of it. */
export function describeProblem(
  clusterTitle: string,
  { kind, namespace, resources }: ClusterProblem,
): string {
  const subject = namespace
    ? `Namespace ${namespace} of ${clusterTitle}`
    : clusterTitle;
  const missing = resources.length > 0 ? `: ${resources.join(', ')}` : '';
  return `${subject} ${WORDS[kind]}${missing}`;
}

import type {
  ClusterProblem,
  ClusterProblemKind,
} from '@atrium/plugin-workloads-common';
import { t } from '../../translation';

const WORDS: Record<ClusterProblemKind, string> = {
  get unreachable() {
    return t('clusterWords.shortUnreachable');
  },
  get timeout() {
    return t('clusterWords.shortTimeout');
  },
  get unauthorized() {
    return t('clusterWords.shortUnauthorized');
  },
  get forbidden() {
    return t('clusterWords.shortForbidden');
  },
  get 'missing-api'() {
    return t('clusterWords.shortMissingApi');
  },
  get failed() {
    return t('clusterWords.shortFailed');
  },
};

/** A problem in a few words, for where there is little room. */
export function shortProblem({ kind, resources }: ClusterProblem): string {
  // What answers other requests can be reached.
  return kind === 'unreachable' && resources.length > 0
    ? t('clusterWords.shortNoAnswer')
    : WORDS[kind];
}

/** A problem as a sentence that names the cluster and what is missing of it. */
export function describeProblem(
  clusterTitle: string,
  problem: ClusterProblem,
): string {
  const { namespace, resources } = problem;
  const subject = namespace
    ? t('clusterWords.namespaceOf', { namespace, cluster: clusterTitle })
    : clusterTitle;
  const missing = resources.length > 0 ? `: ${resources.join(', ')}` : '';
  return `${subject} ${shortProblem(problem)}${missing}`;
}

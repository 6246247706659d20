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
export function shortProblem({ kind }: ClusterProblem): string {
  return WORDS[kind];
}

/** A problem as a sentence that names the cluster and what is missing of it. */
export function describeProblem(
  clusterTitle: string,
  { kind, namespace, resources }: ClusterProblem,
): string {
  const subject = namespace
    ? t('clusterWords.namespaceOf', { namespace, cluster: clusterTitle })
    : clusterTitle;
  const missing = resources.length > 0 ? `: ${resources.join(', ')}` : '';
  return `${subject} ${WORDS[kind]}${missing}`;
}

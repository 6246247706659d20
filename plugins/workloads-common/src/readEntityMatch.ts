import {
  KUBERNETES_CLUSTER_ANNOTATION,
  KUBERNETES_ID_ANNOTATION,
  KUBERNETES_LABEL_SELECTOR_ANNOTATION,
  KUBERNETES_NAMESPACE_ANNOTATION,
} from './annotations';

/** How an entity says what of the clusters belongs to it. */
export interface EntityMatch {
  /** As the Kubernetes API takes it. */
  labelSelector: string;
  namespace?: string;
  cluster?: string;
}

/**
 * Reads the annotations of the stock Kubernetes plugin, with its precedence: a
 * label selector replaces the id. Undefined when an entity has neither.
 */
export function readEntityMatch(
  annotations: Record<string, string> = {},
): EntityMatch | undefined {
  const selector = annotations[KUBERNETES_LABEL_SELECTOR_ANNOTATION];
  const id = annotations[KUBERNETES_ID_ANNOTATION];
  if (!selector && !id) {
    return undefined;
  }
  return {
    labelSelector: selector || `${KUBERNETES_ID_ANNOTATION}=${id}`,
    namespace: annotations[KUBERNETES_NAMESPACE_ANNOTATION] || undefined,
    cluster: annotations[KUBERNETES_CLUSTER_ANNOTATION] || undefined,
  };
}

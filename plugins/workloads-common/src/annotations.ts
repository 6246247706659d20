/**
 * The stock annotation that names the value of the label of the same name on
 * all objects of an entity.
 */
export const KUBERNETES_ID_ANNOTATION = 'backstage.io/kubernetes-id';

/** The stock annotation that finds objects by other labels instead. */
export const KUBERNETES_LABEL_SELECTOR_ANNOTATION =
  'backstage.io/kubernetes-label-selector';

/** The stock annotation that narrows the search to one namespace. */
export const KUBERNETES_NAMESPACE_ANNOTATION =
  'backstage.io/kubernetes-namespace';

/** The stock annotation that narrows the search to one cluster. */
export const KUBERNETES_CLUSTER_ANNOTATION = 'backstage.io/kubernetes-cluster';

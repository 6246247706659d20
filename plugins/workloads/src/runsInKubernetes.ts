import type { FilterPredicate } from '@backstage/filter-predicates';
import {
  KUBERNETES_ANNOTATION,
  KUBERNETES_LABEL_SELECTOR_QUERY_ANNOTATION,
} from '@backstage/plugin-kubernetes-common';

/** The entities of which the stock Kubernetes plugin finds objects. */
export const runsInKubernetes: FilterPredicate = {
  $any: [
    { [`metadata.annotations.${KUBERNETES_ANNOTATION}`]: { $exists: true } },
    {
      [`metadata.annotations.${KUBERNETES_LABEL_SELECTOR_QUERY_ANNOTATION}`]: {
        $exists: true,
      },
    },
  ],
};

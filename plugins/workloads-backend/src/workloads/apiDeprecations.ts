/** An API version that Kubernetes has given up. */
export interface DeprecatedApi {
  apiVersion: string;
  kinds: string[];
  /** Minor releases of Kubernetes 1. */
  deprecatedIn: number;
  removedIn: number;
  replacement: string;
}

/**
 * The deprecated versions of what teams deploy, as of Kubernetes 1.34, by the
 * guide at https://kubernetes.io/docs/reference/using-api/deprecation-guide/.
 */
export const apiDeprecations: DeprecatedApi[] = [
  {
    apiVersion: 'extensions/v1beta1',
    kinds: ['Deployment', 'DaemonSet', 'ReplicaSet'],
    deprecatedIn: 8,
    removedIn: 16,
    replacement: 'apps/v1',
  },
  {
    apiVersion: 'apps/v1beta1',
    kinds: ['Deployment', 'StatefulSet', 'ReplicaSet'],
    deprecatedIn: 8,
    removedIn: 16,
    replacement: 'apps/v1',
  },
  {
    apiVersion: 'apps/v1beta2',
    kinds: ['Deployment', 'DaemonSet', 'StatefulSet', 'ReplicaSet'],
    deprecatedIn: 9,
    removedIn: 16,
    replacement: 'apps/v1',
  },
  {
    apiVersion: 'batch/v1beta1',
    kinds: ['CronJob'],
    deprecatedIn: 21,
    removedIn: 25,
    replacement: 'batch/v1',
  },
  {
    apiVersion: 'extensions/v1beta1',
    kinds: ['Ingress'],
    deprecatedIn: 14,
    removedIn: 22,
    replacement: 'networking.k8s.io/v1',
  },
  {
    apiVersion: 'networking.k8s.io/v1beta1',
    kinds: ['Ingress'],
    deprecatedIn: 19,
    removedIn: 22,
    replacement: 'networking.k8s.io/v1',
  },
  {
    apiVersion: 'autoscaling/v2beta1',
    kinds: ['HorizontalPodAutoscaler'],
    deprecatedIn: 22,
    removedIn: 25,
    replacement: 'autoscaling/v2',
  },
  {
    apiVersion: 'autoscaling/v2beta2',
    kinds: ['HorizontalPodAutoscaler'],
    deprecatedIn: 23,
    removedIn: 26,
    replacement: 'autoscaling/v2',
  },
];

import { describeProvider } from '../../facts/describeProvider';
import { DAY_MS } from '../../facts/elapsed';

/** What is known of the workloads of a component. */
export const kubernetesDescription = describeProvider({
  id: 'kubernetes',
  title: 'Kubernetes',
  description:
    'How the workloads are set up that a component is proven to hold: those of production, or all of them where none is in production.',
  freshnessMs: DAY_MS,
  facts: {
    workloads: {
      type: 'integer',
      title: 'Workloads',
      description:
        'How many it has, in any environment; 0 when it has none. Left out while a cluster cannot be read.',
      unit: 'workloads',
      example: 2,
    },
    minReplicas: {
      type: 'integer',
      title: 'Fewest replicas',
      description:
        'Of the Deployment or StatefulSet with the fewest that are wanted now. Left out without one.',
      unit: 'replicas',
      example: 3,
    },
    hasLivenessProbes: {
      type: 'boolean',
      title: 'Liveness probes',
      description:
        'Whether each workload that serves has one. Left out without such a workload.',
      example: true,
    },
    hasReadinessProbes: {
      type: 'boolean',
      title: 'Readiness probes',
      description:
        'Whether each workload that serves has one. Left out without such a workload.',
      example: true,
    },
    hasRequests: {
      type: 'boolean',
      title: 'CPU and memory requests',
      description: 'Whether each container has both. Left out without one.',
      example: true,
    },
    hasMemoryLimits: {
      type: 'boolean',
      title: 'Memory limits',
      description: 'Whether each container has one. Left out without one.',
      example: true,
    },
    hasCpuLimits: {
      type: 'boolean',
      title: 'CPU limits',
      description: 'Whether each container has one. Left out without one.',
      example: false,
    },
    imagesPinned: {
      type: 'boolean',
      title: 'Images are pinned by digest',
      description: 'Whether each is. Left out without a container.',
      example: false,
    },
    nonRootEnforced: {
      type: 'boolean',
      title: 'Must not run as root',
      description:
        'Whether the cluster refuses to run any container as root: runAsNonRoot, or another user. Left out without a container.',
      example: true,
    },
    deprecatedApis: {
      type: 'integer',
      title: 'Deprecated API versions',
      description:
        'How many workloads were applied by one that is deprecated or removed, in any environment.',
      unit: 'workloads',
      example: 0,
    },
    restarts: {
      type: 'integer',
      title: 'Restarts',
      description:
        'Of the containers of the pods that are there now. Left out where pods cannot be read.',
      unit: 'restarts',
      example: 0,
    },
  },
});

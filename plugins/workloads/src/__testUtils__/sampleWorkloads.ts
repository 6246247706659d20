import type {
  ClusterReading,
  EntityWorkloads,
  Pod,
  Warning,
  Workload,
  WorkloadRow,
  WorkloadSummary,
} from '@atrium/plugin-workloads-common';

const GIB = 1024 ** 3;

export function samplePod(pod: Partial<Pod> = {}): Pod {
  return {
    name: 'payment-service-7d9f-abcde',
    phase: 'Running',
    status: 'Running',
    isReady: true,
    isTerminating: false,
    restarts: 0,
    createdAt: '2026-11-25T09:00:00Z',
    node: 'node-1',
    versions: ['4.12.3'],
    containers: ['payment-service'],
    ...pod,
  };
}

export function sampleWorkload(workload: Partial<Workload> = {}): Workload {
  return {
    id: 'acme-production/billing/Deployment/payment-service',
    cluster: 'acme-production',
    namespace: 'billing',
    kind: 'Deployment',
    name: 'payment-service',
    createdAt: '2026-01-25T09:00:00Z',
    health: 'healthy',
    healthReason: 'All pods are ready.',
    isRollingOut: false,
    isConfirmed: true,
    canBeRestarted: true,
    replicas: { desired: 1, ready: 1, updated: 1 },
    images: [
      {
        container: 'payment-service',
        image: 'registry.acme.example/payment-service:4.12.3',
        repository: 'registry.acme.example/payment-service',
        tag: '4.12.3',
        version: '4.12.3',
        podCount: 1,
        isCurrent: true,
      },
    ],
    version: {
      environment: 'production',
      verdict: 'same',
      reason: 'Delivery says that 4.12.3 was deployed.',
      running: ['4.12.3'],
      deployed: {
        version: '4.12.3',
        at: '2026-11-25T08:55:00Z',
        actor: 'priya',
      },
    },
    resources: {
      isMeasured: true,
      podCount: 1,
      measuredPods: 1,
      cpuCores: { requested: 0.5, used: 0.12 },
      memoryBytes: {
        requested: 0.75 * GIB,
        limit: GIB,
        used: 0.5 * GIB,
      },
      containers: [
        {
          name: 'payment-service',
          cpuCores: { requested: 0.5, used: 0.12 },
          memoryBytes: {
            requested: 0.75 * GIB,
            limit: GIB,
            used: 0.5 * GIB,
          },
        },
      ],
    },
    pods: [samplePod()],
    ...workload,
  };
}

export function sampleReading(
  reading: Partial<ClusterReading> = {},
): ClusterReading {
  return {
    cluster: 'acme-production',
    status: 'read',
    isMeasured: true,
    readAt: '2026-11-25T10:00:00Z',
    problems: [],
    ...reading,
  };
}

export const unreachableStaging = sampleReading({
  cluster: 'acme-staging',
  status: 'not-read',
  problems: [
    {
      kind: 'unreachable',
      resources: [],
      message: 'Check the address of the cluster and the network between.',
      detail: 'connect ECONNREFUSED 10.0.0.1:6443',
    },
  ],
});

export const sampleWarning: Warning = {
  id: 'warning-1',
  cluster: 'acme-production',
  reason: 'BackOff',
  title: 'A container keeps stopping',
  meaning: 'Kubernetes waits longer before each new start.',
  lookAt: ['Read the last lines of its log.', 'Look at what changed last.'],
  count: 12,
  firstAt: '2026-11-25T09:00:00Z',
  lastAt: '2026-11-25T09:58:00Z',
  message: 'Back-off restarting failed container',
  objects: [
    {
      namespace: 'billing',
      kind: 'Pod',
      name: 'payment-service-7d9f-abcde',
      count: 12,
    },
  ],
  workloadIds: ['acme-production/billing/Deployment/payment-service'],
};

export function sampleAnswer(
  answer: Partial<EntityWorkloads> = {},
): EntityWorkloads {
  const items = answer.items ?? [sampleWorkload()];
  return {
    entityRef: 'component:default/payment-service',
    items,
    totalItems: items.length,
    clusters: [sampleReading()],
    warnings: [],
    warningsSince: '2026-11-25T09:00:00Z',
    gitOps: [],
    runbooks: [],
    conflicts: { holders: [], lostWorkloads: 0, rivals: [] },
    canRestart: true,
    canReadLogs: true,
    ...answer,
  };
}

export function sampleRow(row: Partial<WorkloadRow> = {}): WorkloadRow {
  return {
    id: 'acme-production/billing/Deployment/payment-service',
    cluster: 'acme-production',
    namespace: 'billing',
    kind: 'Deployment',
    name: 'payment-service',
    environment: 'production',
    createdAt: '2026-01-25T09:00:00Z',
    entityRef: 'component:default/payment-service',
    ownerRef: 'group:default/team-payments',
    health: 'healthy',
    healthReason: 'All pods are ready.',
    replicas: { desired: 3, ready: 3, updated: 3 },
    images: [
      {
        container: 'payment-service',
        image: 'registry.acme.example/payment-service:4.12.3',
        repository: 'registry.acme.example/payment-service',
        tag: '4.12.3',
        version: '4.12.3',
      },
    ],
    apiVersion: 'apps/v1',
    versionVerdict: 'same',
    problems: ['no-digest'],
    ...row,
  };
}

export const sampleSummary: WorkloadSummary = {
  totalWorkloads: 3,
  unowned: 1,
  problems: {
    'not-ready': 1,
    'version-drift': 0,
    'deprecated-api': 1,
    'no-digest': 3,
    'no-limits': 0,
  },
  owners: [
    {
      ownerRef: 'group:default/team-payments',
      workloads: 2,
      withProblems: 1,
      problems: {
        'not-ready': 1,
        'version-drift': 0,
        'deprecated-api': 0,
        'no-digest': 2,
        'no-limits': 0,
      },
    },
  ],
  deprecations: [
    {
      deprecation: {
        apiVersion: 'batch/v1beta1',
        kind: 'CronJob',
        deprecatedIn: '1.21',
        removedIn: '1.25',
        replacement: 'batch/v1',
        isRemoved: true,
      },
      workloads: 1,
    },
  ],
  namespaces: [
    { cluster: 'acme-production', namespace: 'billing', workloads: 2 },
    { cluster: 'acme-staging', namespace: 'sandbox', workloads: 1 },
  ],
  clusters: [sampleReading(), sampleReading({ cluster: 'acme-staging' })],
};

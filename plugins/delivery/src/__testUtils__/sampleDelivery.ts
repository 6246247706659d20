import type {
  Deployment,
  DoraMetric,
  DoraReport,
  Run,
} from '@atrium/plugin-delivery-common';

export const entityRef = 'component:default/payment-service';

export function sampleRun(run: Partial<Run> = {}): Run {
  return {
    id: 'run-1',
    runId: 'payment-service/118',
    source: 'https://ci.acme.example',
    pipeline: 'build',
    status: 'finished',
    outcome: 'failure',
    entityRef,
    branch: 'main',
    commit: '4f1c2d3e4f5a',
    actor: 'priya',
    startedAt: '2026-11-25T10:00:00Z',
    durationSeconds: 245,
    url: 'https://ci.acme.example/118',
    updatedAt: '2026-11-25T10:04:05Z',
    ...run,
  };
}

export function sampleDeployment(
  deployment: Partial<Deployment> = {},
): Deployment {
  return {
    id: 'deployment-1',
    kind: 'upgraded',
    service: 'payment-service',
    source: 'https://ci.acme.example',
    entityRef,
    environment: 'production',
    tier: 'production',
    version: '4.12.3',
    at: '2026-11-25T09:00:00Z',
    actor: 'priya',
    ...deployment,
  };
}

const measured: DoraMetric = {
  status: 'measured',
  unit: 'seconds',
  value: 93_600,
  p50: 93_600,
  p90: 180_000,
  sampleSize: 14,
  band: { label: 'Between one day and one week', rank: 3, of: 6 },
  excluded: [{ reason: 'not-deployed-yet', of: 'changes', count: 2 }],
  trend: [],
};

const missing: DoraMetric = {
  status: 'not-measured',
  unit: 'seconds',
  reason: 'no-failures',
  sampleSize: 0,
  excluded: [],
  trend: [],
};

export const sampleReport: DoraReport = {
  entityRef,
  from: '2026-08-28T00:00:00.000Z',
  to: '2026-11-26T00:00:00.000Z',
  entities: 1,
  entitiesWithData: 1,
  pendingEntities: 0,
  definition: {
    leadTimeFrom: 'first-commit',
    restoreOf: 'failed-deployments',
    failureWindowHours: 24,
    bands: 'DORA 2025',
  },
  metrics: {
    deploymentFrequency: { ...measured, unit: 'per-day', value: 0.5 },
    leadTime: measured,
    changeFailureRate: { ...measured, unit: 'ratio', value: 0.125 },
    timeToRestore: missing,
  },
};

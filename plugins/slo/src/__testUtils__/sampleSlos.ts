import {
  type ObjectiveStatus,
  objectiveStatusSchema,
  type SloAlert,
  sloAlertSchema,
  type SloDetails,
  sloDetailsSchema,
  type SloExclusion,
  sloExclusionSchema,
  type SloSeries,
  sloSeriesSchema,
  type SloSummary,
  sloSummarySchema,
} from '@atrium/plugin-slo-common';

export const entityRef = 'component:default/payment-service';

const NOW = '2026-11-25T12:00:00.000Z';

/** An objective over 28 days that burns 14 times as fast as it may. */
export function sampleStatus(
  status: Partial<ObjectiveStatus> = {},
): ObjectiveStatus {
  return objectiveStatusSchema.parse({
    objectiveId: 'succeed',
    target: 0.999,
    state: 'at-risk',
    from: '2026-10-28T12:00:00.000Z',
    to: NOW,
    end: NOW,
    good: 999_500,
    total: 1_000_000,
    sli: 0.9995,
    budgetRemaining: 0.5,
    burnRates: [
      { windowMinutes: 5, burnRate: 20 },
      { windowMinutes: 60, burnRate: 14 },
      { windowMinutes: 4320 },
    ],
    projectedExhaustion: '2026-11-26T12:00:00.000Z',
    lastDataAt: '2026-11-25T11:59:00.000Z',
    coverage: 0.975,
    excludedMinutes: 0,
    alert: { state: 'firing', severity: 'page', since: NOW },
    ...status,
  });
}

/** An SLO of the payment service. */
export function sampleSlo(slo: Partial<SloSummary> = {}): SloSummary {
  const objectives = slo.objectives ?? [sampleStatus()];
  return sloSummarySchema.parse({
    id: '5b1f2a9e-0000-4000-8000-000000000001',
    name: 'payments-availability',
    displayName: 'Payments succeed',
    service: 'payments',
    entityRef,
    ownerRef: 'group:default/team-payments',
    systemRef: 'system:default/billing',
    budgetingMethod: 'Occurrences',
    window: { kind: 'rolling', duration: { count: 28, unit: 'd' } },
    sourceTypes: ['prometheus'],
    isComposite: false,
    state: objectives[0]?.state ?? 'no-data',
    objectives,
    evaluatedAt: NOW,
    isStale: false,
    warnings: [],
    ...slo,
  });
}

/** The SLO with its definition. */
export function sampleDetails(): SloDetails {
  const query = (expression: string) => ({
    sourceType: 'prometheus',
    sourceName: 'shop-metrics',
    sourceOrigin: 'config',
    spec: { query: expression },
  });
  return sloDetailsSchema.parse({
    ...sampleSlo(),
    definition: {
      name: 'payments-availability',
      labels: {},
      annotations: {},
      service: 'payments',
      indicator: {
        kind: 'ratio',
        name: 'requests',
        labels: {},
        annotations: {},
        isCounter: true,
        numerator: 'good',
        events: query('http_requests_total{job="payments",code!~"5.."}'),
        total: query('http_requests_total{job="payments"}'),
      },
      budgetingMethod: 'Occurrences',
      window: { kind: 'rolling', duration: { count: 28, unit: 'd' } },
      objectives: [
        {
          id: 'succeed',
          target: 0.999,
          targetPpb: 999_000_000,
          compositeWeight: 1,
          compositeWeightPpb: 1_000_000_000,
        },
      ],
      alertPolicies: [],
      dataSources: [],
    },
    origin: {
      url: 'https://git.example/payment-service/slo.yaml',
      revision: '4f1c2d3e4f5a',
      since: '2026-11-01T00:00:00.000Z',
    },
  });
}

/** Four hours: a good one, one not measured, a bad one, one yet to come. */
export function sampleSeries(): SloSeries {
  const point = (hour: number) => ({
    at: `2026-11-25T${String(hour).padStart(2, '0')}:00:00.000Z`,
    measuredMinutes: 60,
    excludedMinutes: 0,
    isGap: false,
  });
  return sloSeriesSchema.parse({
    sloId: sampleSlo().id,
    objectiveId: 'succeed',
    target: 0.999,
    step: 'hour',
    from: '2026-11-25T09:00:00.000Z',
    to: '2026-11-25T13:00:00.000Z',
    points: [
      {
        ...point(9),
        good: 1_000,
        total: 1_000,
        ratio: 1,
        budgetRemaining: 0.9,
      },
      { ...point(10), measuredMinutes: 0, isGap: true, budgetRemaining: 0.9 },
      {
        ...point(11),
        good: 980,
        total: 1_000,
        ratio: 0.98,
        budgetRemaining: 0.5,
      },
      { ...point(12), measuredMinutes: 0, isGap: false },
    ],
  });
}

/** A page that fired for an hour. */
export function sampleAlert(alert: Partial<SloAlert> = {}): SloAlert {
  return sloAlertSchema.parse({
    id: 'alert-1',
    sloId: sampleSlo().id,
    sloName: 'payments-availability',
    entityRef,
    objectiveId: 'succeed',
    ruleId: 'page',
    severity: 'page',
    reason: 'burn-rate',
    state: 'resolved',
    startedAt: '2026-11-25T10:00:00.000Z',
    firedAt: '2026-11-25T10:00:00.000Z',
    resolvedAt: '2026-11-25T11:00:00.000Z',
    longWindowMinutes: 60,
    shortWindowMinutes: 5,
    factor: 13.44,
    longBurnRate: 20,
    shortBurnRate: 22,
    deliveries: [
      {
        target: 'owners',
        state: 'firing',
        at: '2026-11-25T10:00:05.000Z',
        isDelivered: true,
      },
      {
        target: 'on-call',
        state: 'firing',
        at: '2026-11-25T10:00:05.000Z',
        isDelivered: false,
        message: 'connection refused',
      },
    ],
    ...alert,
  });
}

/** A planned maintenance of two hours. */
export function sampleExclusion(
  exclusion: Partial<SloExclusion> = {},
): SloExclusion {
  return sloExclusionSchema.parse({
    id: 'exclusion-1',
    entityRef,
    from: '2026-11-20T02:00:00Z',
    to: '2026-11-20T04:00:00Z',
    kind: 'maintenance',
    reason: 'New database version',
    createdBy: 'user:default/priya',
    createdAt: '2026-11-19T10:00:00Z',
    ...exclusion,
  });
}

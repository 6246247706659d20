import {
  objectiveStatusSchema,
  type SloSummary,
  sloSummarySchema,
} from '@atrium/plugin-slo-common';

export const entityRef = 'component:default/payment-service';

const NOW = '2026-11-25T12:00:00.000Z';

/** An SLO of the payment service with some objectives. */
export function sampleSlo(
  ...objectives: { objectiveId: string; displayName: string }[]
): SloSummary {
  return sloSummarySchema.parse({
    id: '5b1f2a9e-0000-4000-8000-000000000001',
    name: 'payments-availability',
    displayName: 'Payments succeed',
    service: 'payments',
    entityRef,
    budgetingMethod: 'Occurrences',
    window: { kind: 'rolling', duration: { count: 28, unit: 'd' } },
    sourceTypes: ['prometheus'],
    isComposite: false,
    state: 'no-data',
    objectives: objectives.map(objective =>
      objectiveStatusSchema.parse({
        ...objective,
        target: 0.999,
        state: 'no-data',
        from: NOW,
        to: NOW,
        end: NOW,
        good: 0,
        total: 0,
        burnRates: [],
        coverage: 0,
        excludedMinutes: 0,
        alert: { state: 'none' },
      }),
    ),
    isStale: false,
    warnings: [],
  });
}

import type {
  Agreement,
  AgreementSummary,
  MonthlyReport,
} from '@atrium/plugin-sla-common';
import { entityRef } from './sampleSlo';

/** An agreement since October. */
export function sampleAgreement(changes: Partial<Agreement> = {}): Agreement {
  return {
    id: 'c1',
    name: 'Payments for Umbrella',
    customer: 'Umbrella',
    entityRef,
    sloName: 'payments-availability',
    target: 0.999,
    timeZone: 'Europe/Berlin',
    isMaintenanceExcluded: true,
    credits: [
      { below: 0.99, creditPercent: 25 },
      { below: 0.999, creditPercent: 10 },
    ],
    validFrom: '2026-10-01',
    createdBy: 'external:crm',
    createdAt: '2026-10-01T09:00:00.000Z',
    updatedAt: '2026-10-01T09:00:00.000Z',
    ...changes,
  };
}

/** The same as a list has it: November goes badly, October is to be closed. */
export function sampleAgreementSummary(): AgreementSummary {
  return {
    ...sampleAgreement(),
    latest: {
      month: '2026-11',
      state: 'running',
      sli: 0.9985,
      isTargetMet: false,
      creditPercent: 10,
      coverage: 0.999,
    },
    openMonths: 1,
    lastClosedMonth: '2026-09',
  };
}

/** October: three days, of which one was missed and one not measured. */
export function sampleReport(
  changes: Partial<MonthlyReport> = {},
): MonthlyReport {
  const day = {
    good: 10_000,
    total: 10_000,
    sli: 1,
    countedMinutes: 1_440,
    measuredMinutes: 1_440,
    excludedMinutes: 0,
  };
  return {
    agreement: sampleAgreement(),
    month: '2026-10',
    state: 'open',
    from: '2026-09-30T22:00:00.000Z',
    to: '2026-10-31T23:00:00.000Z',
    good: 19_960,
    total: 20_000,
    sli: 0.998,
    isTargetMet: false,
    creditPercent: 10,
    coverage: 0.66,
    excludedMinutes: 120,
    exclusions: [
      {
        id: 'x1',
        entityRef,
        kind: 'maintenance',
        reason: 'Move of the database',
        from: '2026-10-02T20:00:00.000Z',
        to: '2026-10-02T22:00:00.000Z',
        createdBy: 'user:default/priya',
        createdAt: '2026-10-01T10:00:00.000Z',
      },
      ...['payments-availability', 'payments-latency'].map(sloName => ({
        id: `of ${sloName}`,
        entityRef,
        sloName,
        kind: 'exclusion' as const,
        reason: 'Fault of the customer',
        from: '2026-10-02T20:00:00.000Z',
        to: '2026-10-02T22:00:00.000Z',
        createdBy: 'user:default/priya',
        createdAt: '2026-10-05T10:00:00.000Z',
      })),
    ],
    days: [
      { ...day, day: '2026-10-01' },
      {
        day: '2026-10-02',
        good: 9_960,
        total: 10_000,
        sli: 0.996,
        countedMinutes: 1_320,
        measuredMinutes: 1_200,
        excludedMinutes: 120,
      },
      {
        day: '2026-10-03',
        good: 0,
        total: 0,
        countedMinutes: 1_440,
        measuredMinutes: 0,
        excludedMinutes: 0,
      },
    ],
    ...changes,
  };
}

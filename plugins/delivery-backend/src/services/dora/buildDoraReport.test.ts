import type { DoraTotals } from '../../database/DoraSummary';
import { buildDoraReport } from './buildDoraReport';

const HOUR = 3_600_000;

const config = {
  leadTimeFrom: 'first-commit' as const,
  restoreOf: 'failed-deployments' as const,
  failureWindowMs: 24 * HOUR,
  clockSkewToleranceMs: 0,
};

function totals(some: Partial<DoraTotals> = {}): DoraTotals {
  return {
    deployments: 0,
    failedDeployments: 0,
    lead: { count: 0 },
    restore: { count: 0 },
    rollback: 0,
    redeployment: 0,
    rollbackOfNothing: 0,
    unknownCommit: 0,
    notDeployedYet: 0,
    leadFromOpening: 0,
    leadFromMerge: 0,
    changeClockSkew: 0,
    notAfterDeployment: 0,
    notRestoredYet: 0,
    incidentClockSkew: 0,
    ...some,
  };
}

function report(
  total: DoraTotals,
  weeks: Record<string, DoraTotals> = {},
  withTrend = true,
) {
  return buildDoraReport({
    entityRef: 'group:default/team-payments',
    components: ['component:default/a', 'component:default/b'],
    // Thursday to Tuesday: five days of one week, eight of the next two.
    period: { from: '2026-10-29', to: '2026-11-11' },
    summary: {
      total,
      weeks: new Map(Object.entries(weeks)),
      entitiesWithData: 1,
      firstDay: '2026-10-30',
    },
    progress: { pendingEntities: 0, computedAt: '2026-11-25T12:00:00.000Z' },
    config,
    withTrend,
  });
}

describe('buildDoraReport', () => {
  it('never takes nothing for zero', () => {
    const { metrics, definition, ...rest } = report(totals());
    expect(rest).toEqual({
      entityRef: 'group:default/team-payments',
      from: '2026-10-29T00:00:00.000Z',
      to: '2026-11-11T00:00:00.000Z',
      entities: 2,
      entitiesWithData: 1,
      firstDay: '2026-10-30',
      computedAt: '2026-11-25T12:00:00.000Z',
      pendingEntities: 0,
    });
    expect(definition).toMatchObject({
      leadTimeFrom: 'first-commit',
      failureWindowHours: 24,
      bands: expect.stringContaining('2025'),
    });
    const empty = ['2026-10-26', '2026-11-02', '2026-11-09'].map(weekStart => ({
      weekStart,
      sampleSize: 0,
      value: undefined,
    }));
    const missing = (unit: string, reason: string) => ({
      status: 'not-measured',
      unit,
      reason,
      sampleSize: 0,
      excluded: [],
      trend: empty,
    });
    expect(metrics).toEqual({
      deploymentFrequency: missing('per-day', 'no-deployments'),
      leadTime: missing('seconds', 'no-deployments'),
      changeFailureRate: missing('ratio', 'no-deployments'),
      timeToRestore: missing('seconds', 'no-failures'),
    });
    expect(report(totals({ deployments: 1 })).metrics.leadTime).toMatchObject({
      reason: 'no-deployed-changes',
    });
    expect(
      report(totals({ deployments: 1, failedDeployments: 1 })).metrics
        .timeToRestore,
    ).toMatchObject({ reason: 'not-restored' });
    expect(
      report(totals({ deployments: 1, notRestoredYet: 1 })).metrics
        .timeToRestore,
    ).toMatchObject({ reason: 'not-restored' });
  });

  it('words the metrics, what was left out, and their weeks', () => {
    const { metrics } = report(
      totals({
        deployments: 13,
        failedDeployments: 2,
        lead: { count: 9, p50: 7200, p90: 90_000 },
        leadFromOpening: 2,
        leadFromMerge: 3,
        restore: { count: 2, p50: 1800, p90: 3000 },
        rollback: 1,
        redeployment: 4,
        notDeployedYet: 3,
        notRestoredYet: 1,
      }),
      {
        '2026-10-26': totals({ deployments: 8, failedDeployments: 2 }),
        '2026-11-09': totals({
          deployments: 5,
          lead: { count: 9, p50: 7200, p90: 90_000 },
          leadFromOpening: 2,
          leadFromMerge: 3,
        }),
      },
    );
    expect(metrics.deploymentFrequency).toEqual({
      status: 'measured',
      unit: 'per-day',
      value: 1,
      // 8 in 4 days, 0 in 7, 5 in 2.
      p50: 2,
      p90: 2.4,
      sampleSize: 13,
      band: { label: 'Between once per hour and once per day', rank: 2, of: 6 },
      excluded: [
        { reason: 'rollback', of: 'deployments', count: 1 },
        { reason: 'redeployment', of: 'deployments', count: 4 },
      ],
      trend: [
        { weekStart: '2026-10-26', sampleSize: 8, value: 2 },
        { weekStart: '2026-11-02', sampleSize: 0, value: undefined },
        { weekStart: '2026-11-09', sampleSize: 5, value: 2.5 },
      ],
    });
    expect(metrics.leadTime).toMatchObject({
      status: 'measured',
      value: 7200,
      p50: 7200,
      p90: 90_000,
      sampleSize: 9,
      starts: [
        { at: 'first-commit', count: 4 },
        { at: 'opening', count: 2 },
        { at: 'merge', count: 3 },
      ],
      band: { label: 'Less than one day' },
      excluded: [{ reason: 'not-deployed-yet', of: 'changes', count: 3 }],
    });
    expect(metrics.changeFailureRate).toMatchObject({
      value: 2 / 13,
      sampleSize: 13,
      trend: [{ value: 0.25 }, { value: undefined }, { value: 0 }],
    });
    expect(metrics.timeToRestore).toMatchObject({
      value: 1800,
      excluded: [{ reason: 'not-restored-yet', of: 'incidents', count: 1 }],
    });
  });

  it('leaves the trend out of a comparison', () => {
    const { metrics } = report(totals({ deployments: 2 }), {}, false);
    expect(metrics.deploymentFrequency).toMatchObject({
      value: 2 / 13,
      trend: [],
    });
    expect(metrics.deploymentFrequency).not.toHaveProperty('p50');
  });
});

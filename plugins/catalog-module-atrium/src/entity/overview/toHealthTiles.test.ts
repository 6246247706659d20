import { sampleRow, sampleSummary } from '../__testUtils__/sampleSummary';
import { toHealthTiles } from './toHealthTiles';

const BASE = '/catalog/default/component/payment-service';

/** The tiles in one line each. */
function lines(...args: Parameters<typeof toHealthTiles>) {
  return toHealthTiles(...args).map(({ title, status, figure, word, detail }) =>
    [title, status, figure, word, detail].map(part => part ?? '-').join(' | '),
  );
}

beforeAll(() => {
  jest.useFakeTimers({ now: new Date('2026-12-01T04:00:00Z') });
});

afterAll(() => {
  jest.useRealTimers();
});

describe('toHealthTiles', () => {
  it('says of each part how it stands, by which figure, and how it changed', () => {
    const summary = sampleSummary({
      parts: {
        delivery: {
          state: 'ready',
          value: {
            health: 'bad',
            status: 'incident',
            openIncidents: 2,
            version: '4.12.3',
            finishedRuns: 41,
            failedRuns: 3,
          },
        },
        slo: {
          state: 'ready',
          value: {
            health: 'bad',
            slos: 3,
            state: 'breached',
            budgetRemaining: -0.38,
            firingAlerts: 1,
          },
        },
        runtime: {
          state: 'ready',
          value: { health: 'good', workloads: 2, desiredPods: 4, readyPods: 4 },
        },
        level: {
          state: 'ready',
          value: {
            health: 'warning',
            scorecard: 'service-standard',
            scorecardTitle: 'Service standard',
            level: 'Silver',
            rank: 2,
            levels: 3,
            score: 0.75,
            failing: 1,
            since: '2026-11-03T12:00:00Z',
          },
        },
        cost: {
          state: 'ready',
          value: {
            health: 'warning',
            month: '2026-11',
            monthToDate: { amount: '1240', currency: 'EUR' },
            sameDaysLastMonth: { amount: '1000', currency: 'EUR' },
            forecast: { amount: '1500', currency: 'EUR' },
            budget: { amount: '1600', currency: 'EUR' },
            budgetState: 'at-risk',
          },
        },
        findings: {
          state: 'ready',
          value: {
            health: 'warning',
            open: 7,
            bySeverity: { critical: 1, high: 2, low: 4 },
            overdue: 1,
          },
        },
      },
    });
    expect(lines(summary, BASE)).toEqual([
      'Delivery | bad | 4.12.3 | 2 incidents | 3 of 41 main branch runs failed in 7 days',
      'SLOs | bad | −38% | Breached | Least budget left, 1 alert firing',
      'Runtime | good | 4 of 4 | Healthy | pods ready in 2 workloads',
      'Level | warning | Silver | 1 check fails | Service standard, 75%, since 3 Nov 2026',
      'Cost in November | warning | €1,240 | Budget at risk | +24% on the same days in October, €1,500 expected',
      'Security findings | warning | 7 open | 1 overdue | 1 critical, 2 high',
    ]);
  });

  it('never shows what is not measured, late or failed as good or as nothing', () => {
    const tiles = toHealthTiles(
      sampleSummary({
        parts: {
          runtime: { state: 'unavailable', reason: 'late' },
          level: { state: 'unavailable', reason: 'failed' },
          cost: { state: 'hidden' },
        },
      }),
      BASE,
    );
    expect(
      tiles.map(({ id, status, word, href }) => [id, status, word, href]),
    ).toEqual([
      [
        'delivery',
        'unknown',
        'Not measured',
        '/docs/default/component/atrium/guides/delivery-events',
      ],
      ['slo', 'unknown', 'Not measured', `${BASE}/slos?new=`],
      ['runtime', 'unknown', 'No answer yet', `${BASE}/runtime`],
      ['level', 'unknown', 'Could not be read', `${BASE}/scorecards`],
      [
        'findings',
        'unknown',
        'Not measured',
        '/docs/default/component/atrium/guides/security-findings',
      ],
    ]);
  });

  it('says of what the portal made how it is at its provider', () => {
    const tile = (part: object) =>
      toHealthTiles(
        sampleSummary({
          entity: sampleRow('resource:default/ledger', { type: 'postgres' }),
          parts: {
            provisioning: {
              state: 'ready',
              value: {
                health: 'good',
                resourceId: 'r1',
                state: 'ready',
                isSuspended: false,
                differences: 0,
                ...part,
              },
            },
          },
        }),
        '/catalog/default/resource/ledger',
      ).map(({ word, figure, detail, href }) => [word, figure, detail, href]);
    const href = '/provisioning/resources/r1';
    expect(tile({})).toEqual([['Healthy', 'No drift', 'As it was made', href]]);
    expect(tile({ differences: 2 })).toEqual([
      ['Healthy', '2 differences', 'Not as it was made', href],
    ]);
    expect(tile({ health: 'bad', reason: 'No connections are left' })).toEqual([
      ['Degraded', 'No drift', 'No connections are left', href],
    ]);
    expect(tile({ health: 'warning', isSuspended: true })).toEqual([
      ['Suspended', 'No drift', 'As it was made', href],
    ]);
    expect(tile({ health: 'warning', state: 'failed' })).toEqual([
      ['Needs attention', 'No drift', 'As it was made', href],
    ]);
  });

  it('has no percentage that says nothing, while little is measured', () => {
    const summary = sampleSummary({
      parts: {
        slo: {
          state: 'ready',
          value: {
            health: 'bad',
            slos: 1,
            state: 'breached',
            budgetRemaining: -166.59,
            firingAlerts: 0,
          },
        },
        cost: {
          state: 'ready',
          value: {
            health: 'unknown',
            monthToDate: { amount: '-331.18', currency: 'EUR' },
            sameDaysLastMonth: { amount: '2', currency: 'EUR' },
          },
        },
      },
    });
    const [, slo, , , cost] = lines(summary, BASE);
    expect(slo).toBe(
      'SLOs | bad | Below −1,000% | Breached | Least budget left of 1 SLO',
    );
    expect(cost).not.toContain('%');
  });

  it.each([
    ['group:default/shop', '/scorecards/findings?owner=group%3Adefault%2Fshop'],
    [
      'system:default/shop',
      '/scorecards/findings?system=system%3Adefault%2Fshop',
    ],
  ])('leads from what scanners found in %s to that alone', (ref, href) => {
    const summary = sampleSummary({
      entity: sampleRow(ref),
      parts: {
        findings: {
          state: 'ready',
          value: {
            health: 'good',
            open: 1,
            bySeverity: { low: 1 },
            overdue: 0,
          },
        },
      },
    });
    const tiles = toHealthTiles(summary, '/catalog/default/any/shop');
    expect(tiles.find(({ id }) => id === 'findings')?.href).toBe(href);
  });

  it.each([
    ['component', 'library', ['delivery', 'level', 'cost', 'findings']],
    ['resource', 'database', []],
    ['system', undefined, []],
  ])('asks nobody to measure what a %s (%s) cannot have', (kind, type, ids) => {
    const entity = sampleRow(`${kind}:default/a`, { type });
    expect(
      toHealthTiles(sampleSummary({ entity }), '/a').map(({ id }) => id),
    ).toEqual(ids);
  });
});

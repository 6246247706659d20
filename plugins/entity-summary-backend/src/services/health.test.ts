import {
  judgeCost,
  judgeDelivery,
  judgeEntity,
  judgeFindings,
  judgeProvisioned,
  judgeRuntime,
  judgeSlos,
} from './health';

describe('the health of parts', () => {
  it.each([
    ['incident', 1, 'bad'],
    ['passed', 1, 'bad'],
    ['failed', 0, 'warning'],
    ['running', 0, 'good'],
    ['passed', 0, 'good'],
    ['unknown', 0, 'unknown'],
  ] as const)('of delivery that is %s with %d incidents', (...given) => {
    const [status, openIncidents, health] = given;
    expect(judgeDelivery({ status, openIncidents })).toBe(health);
  });

  it.each([
    ['breached', 0, 'bad'],
    ['ok', 1, 'bad'],
    ['at-risk', 0, 'warning'],
    ['ok', 0, 'good'],
    ['no-data', 0, 'unknown'],
    ['not-enough-traffic', 0, 'unknown'],
  ] as const)('of SLOs that are %s with %d alerts', (...given) => {
    const [state, firingAlerts, health] = given;
    expect(judgeSlos({ state, firingAlerts })).toBe(health);
  });

  it.each([
    [{ workloads: 2, degraded: 1, down: 1, stopped: 0 }, 'bad'],
    [{ workloads: 2, degraded: 1, down: 0, stopped: 1 }, 'warning'],
    [{ workloads: 2, degraded: 0, down: 0, stopped: 1 }, 'good'],
    [{ workloads: 1, degraded: 0, down: 0, stopped: 1 }, 'unknown'],
  ])('of what runs, %j', (figures, health) => {
    expect(judgeRuntime(figures)).toBe(health);
  });

  it.each([
    ['ok', 'ready', false, 'good'],
    ['degraded', 'ready', false, 'bad'],
    ['degraded', 'expiring', true, 'bad'],
    ['ok', 'expiring', true, 'warning'],
    ['ok', 'needs-attention', false, 'warning'],
    ['unknown', 'failed', false, 'warning'],
    ['unknown', 'creating', false, 'unknown'],
  ] as const)('of a resource that is %s, %s, suspended: %s', (...given) => {
    const [status, state, isSuspended, health] = given;
    const figures = { health: { status }, state, isSuspended };
    expect(judgeProvisioned(figures)).toBe(health);
    expect(judgeProvisioned({ state: 'creating', isSuspended: false })).toBe(
      'unknown',
    );
  });

  it('of cost and findings', () => {
    expect(judgeCost({ budgetState: 'over' })).toBe('warning');
    expect(judgeCost({ budgetState: 'within' })).toBe('good');
    expect(judgeCost({})).toBe('unknown');
    expect(judgeFindings({ overdueCritical: 1 })).toBe('warning');
    expect(judgeFindings({ overdueCritical: 0 })).toBe('good');
  });
});

describe('the health of an entity', () => {
  const delivery = {
    health: 'good',
    status: 'passed',
    openIncidents: 0,
    finishedRuns: 3,
    failedRuns: 0,
  } as const;
  const slo = { slos: 1, firingAlerts: 0 } as const;
  const runtime = { workloads: 1, desiredPods: 2, readyPods: 2 };
  const findings = { open: 1, bySeverity: {}, overdue: 0 };

  it.each([
    [{}, 'unknown', undefined],
    [{ delivery }, 'good', undefined],
    // That nothing was found is no sign that it works.
    [{ findings: { ...findings, health: 'good' } }, 'unknown', undefined],
    [
      {
        delivery: { ...delivery, health: 'bad', openIncidents: 1 },
        slo: { ...slo, state: 'breached', health: 'bad' },
      },
      'bad',
      'incident',
    ],
    [
      {
        slo: { ...slo, state: 'breached', health: 'bad' },
        runtime: { ...runtime, health: 'bad' },
      },
      'bad',
      'slo',
    ],
    [
      {
        delivery: { ...delivery, status: 'failed', health: 'warning' },
        runtime: { ...runtime, health: 'bad' },
      },
      'bad',
      'runtime',
    ],
    [
      {
        delivery: { ...delivery, status: 'failed', health: 'warning' },
        findings: { ...findings, health: 'warning' },
      },
      'warning',
      'delivery',
    ],
    [
      { delivery, findings: { ...findings, health: 'warning' } },
      'warning',
      'findings',
    ],
  ] as const)('%#', (parts, health, healthReason) => {
    expect(judgeEntity(parts)).toEqual(
      healthReason ? { health, healthReason } : { health },
    );
  });
});

import type { ObjectiveStatus } from '@atrium/plugin-slo-common';
import {
  sampleSeries,
  sampleSlo,
  sampleStatus,
} from '../__testUtils__/sampleSlos';
import { toDataBands, toIncidentBands, toMarks } from './chartEvents';
import { CHART_RANGES, toSeriesPeriod } from './chartRange';
import { objectiveName, toObjectiveRows } from './ObjectiveRow';
import { sortRows } from './sortRows';
import { budgetSpentBetween } from './budgetSpentBetween';

it('puts a composite SLO before its objectives, and keeps one not evaluated', () => {
  const rows = toObjectiveRows([
    sampleSlo({ id: 'new', objectives: [], state: 'no-data' }),
    sampleSlo({
      id: 'journey',
      isComposite: true,
      composite: sampleStatus({ objectiveId: 'composite', budgetRemaining: 0 }),
      objectives: [
        sampleStatus({ objectiveId: 'cart', displayName: 'Cart' }),
        sampleStatus({ objectiveId: 'pay' }),
      ],
    }),
  ]);
  expect(rows.map(({ subtitle, state }) => [subtitle, state])).toEqual([
    ['All objectives together', 'at-risk'],
    ['Cart', 'at-risk'],
    ['pay', 'at-risk'],
    [undefined, 'no-data'],
  ]);
  const [together, one, , unnamed] = rows;
  expect(objectiveName({ ...together, title: 'Shopping' })).toBe(
    'Shopping, all objectives together',
  );
  expect(objectiveName({ ...one, title: 'Shopping' })).toBe('Shopping · Cart');
  expect(objectiveName({ ...unnamed, title: 'Shopping' })).toBe('Shopping');
  expect(
    sortRows(rows, 'budget').map(({ status }) => status?.budgetRemaining),
  ).toEqual([0, 0.5, 0.5, undefined]);
  expect(sortRows(rows, 'burn').at(-1)?.status).toBeUndefined();
});

it('puts the worst state first, and of the same what runs out first', () => {
  const rowOf = (name: string, status: Partial<ObjectiveStatus>) =>
    sampleSlo({
      id: name,
      displayName: name,
      objectives: [sampleStatus(status)],
    });
  const lasts = { projectedExhaustion: undefined };
  const rows = toObjectiveRows([
    rowOf('lasts', { ...lasts, state: 'ok', budgetRemaining: 0.9 }),
    rowOf('in a week', {
      state: 'at-risk',
      budgetRemaining: 0.1,
      projectedExhaustion: '2026-12-02T12:00:00.000Z',
    }),
    rowOf('no data', {
      ...lasts,
      state: 'no-data',
      budgetRemaining: undefined,
    }),
    rowOf('in an hour', {
      state: 'ok',
      budgetRemaining: 0.8,
      projectedExhaustion: '2026-11-25T13:00:00.000Z',
    }),
    rowOf('a few events', {
      state: 'not-enough-traffic',
      budgetRemaining: -3,
      projectedExhaustion: '2026-11-25T12:00:00.000Z',
    }),
    rowOf('spent', {
      state: 'breached',
      budgetRemaining: -0.2,
      projectedExhaustion: '2026-11-25T12:00:00.000Z',
    }),
    rowOf('low', { ...lasts, state: 'at-risk', budgetRemaining: 0.05 }),
  ]);
  const order = [
    'spent',
    'in a week',
    'low',
    'no data',
    'a few events',
    'in an hour',
    'lasts',
  ];
  expect(rows.map(({ title }) => title)).toEqual(order);
  expect(sortRows(rows, 'urgency').map(({ title }) => title)).toEqual(order);
});

describe('a chart', () => {
  const status = sampleStatus();
  const rangeOf = (id: string) =>
    CHART_RANGES.find(range => range.id === id) ?? CHART_RANGES[0];

  it('asks for whole steps', () => {
    expect(
      toSeriesPeriod(rangeOf('3h'), { ...status, to: '2026-11-25T12:00:30Z' }),
    ).toEqual({
      from: '2026-11-25T09:00:00.000Z',
      to: '2026-11-25T12:01:00.000Z',
      step: 'minute',
    });
    expect(
      toSeriesPeriod(rangeOf('window'), {
        from: '2026-11-01T00:00:00Z',
        to: '2026-11-25T12:34:00Z',
        end: '2026-12-01T00:00:00Z',
      }),
    ).toEqual({
      from: '2026-11-01T00:00:00.000Z',
      to: '2026-12-01T00:00:00.000Z',
      step: 'hour',
    });
    expect(
      toSeriesPeriod(rangeOf('window'), {
        ...status,
        from: '2026-08-27T12:00:00Z',
      }).step,
    ).toBe('day');
  });

  it('marks what was not measured and what does not count, each as one band', () => {
    const series = sampleSeries();
    const [first, second, third] = series.points;
    const bands = toDataBands({
      ...series,
      points: [
        first,
        { ...second, isGap: true },
        { ...third, isGap: true, excludedMinutes: 60 },
      ],
    });
    expect(bands).toMatchObject([
      {
        kind: 'missing',
        from: '2026-11-25T10:00:00.000Z',
        to: '2026-11-25T13:00:00.000Z',
      },
      { kind: 'excluded', from: '2026-11-25T11:00:00.000Z' },
    ]);
  });

  it('shows what was deployed and broken in its time', () => {
    const deployment = {
      id: 'd1',
      kind: 'upgraded' as const,
      service: 'payments',
      source: 's',
      environment: 'production',
      tier: 'production' as const,
      commit: '4f1c2d3e4f5a',
      at: '2026-11-25T10:30:00Z',
    };
    const incident = {
      id: 'i1',
      incidentId: 'INC-7',
      source: 's',
      tier: 'production' as const,
      deploymentId: 'd1',
      detectedAt: '2026-11-25T10:40:00Z',
      updatedAt: '2026-11-25T10:40:00Z',
    };
    const events = {
      deployments: [
        {
          ...deployment,
          id: 'd2',
          kind: 'rolledback' as const,
          at: '2026-11-25T11:00:00Z',
        },
        deployment,
        { ...deployment, id: 'old', at: '2026-11-25T08:59:59Z' },
      ],
      incidents: [
        incident,
        {
          ...incident,
          id: 'over',
          resolvedAt: '2026-11-25T09:00:00Z',
          detectedAt: '2026-11-25T08:00:00Z',
        },
      ],
    };
    const series = sampleSeries();
    expect(toMarks(events, series)).toMatchObject([
      { id: 'd1', shape: 'failed', label: '4f1c2d3 deployed to production' },
      {
        id: 'd2',
        shape: 'undone',
        label: 'production rolled back to 4f1c2d3',
      },
    ]);
    const another = { ...deployment, id: 'another', service: 'worker' };
    expect(
      toMarks({ deployments: [deployment, another], incidents: [] }, series),
    ).toMatchObject([
      { label: 'payments: 4f1c2d3 deployed to production' },
      { label: 'worker: 4f1c2d3 deployed to production' },
    ]);
    expect(toIncidentBands(events, series)).toMatchObject([
      { id: 'i1', kind: 'trouble', label: 'Incident INC-7', to: undefined },
    ]);
  });
});

it('says what was spent after something, if it was measured', () => {
  const { points } = sampleSeries();
  const of = (from: string, until?: string) =>
    budgetSpentBetween(points, {
      from,
      until,
      status: { target: 0.999, total: 100_000 },
    });
  // 20 of 1,000 events were bad from 11:00 on; of 100,000 there may be 100.
  expect(of('2026-11-25T11:10:00Z')?.burnRate).toBeCloseTo(20);
  expect(of('2026-11-25T11:10:00Z')?.share).toBeCloseTo(0.2);
  expect(of('2026-11-25T09:10:00Z', '2026-11-25T11:10:00Z')).toEqual({
    share: 0,
    burnRate: 0,
  });
  expect(of('2026-11-25T10:10:00Z', '2026-11-25T11:10:00Z')).toBeUndefined();
});

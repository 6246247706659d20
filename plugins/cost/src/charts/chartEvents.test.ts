import { sampleAnomaly } from '../__testUtils__/samples';
import { chartEvents } from './chartEvents';
import { partColors } from './partColors';

const deployment = {
  id: 'd1',
  kind: 'deployed' as const,
  service: 'payments',
  source: 'ci',
  environment: 'production',
  tier: 'production' as const,
  version: '1.4.0',
  at: '2026-11-25T23:30:00.000Z',
};

const timeline = {
  items: [
    {
      entityRef: 'component:default/payment-service',
      deployments: [
        deployment,
        { ...deployment, id: 'd2', failedBy: 'incident' as const },
      ],
      incidents: [
        {
          id: 'i1',
          incidentId: 'INC-7',
          source: 'pager',
          tier: 'production' as const,
          detectedAt: '2026-11-26T01:00:00.000Z',
          updatedAt: '2026-11-26T01:00:00.000Z',
        },
      ],
    },
  ],
};

it('puts what happened into the days it happened on, in UTC', () => {
  const days = chartEvents(
    { timeline, anomalies: [sampleAnomaly] },
    {
      starts: ['2026-11-25', '2026-11-26', '2026-11-27'],
      granularity: 'day',
    },
  );
  expect(days.map(day => day.map(({ shape }) => shape))).toEqual([
    ['done', 'failed', 'unusual'],
    ['trouble', 'unusual'],
    // The incident lasts, the anomaly ended on the 26th.
    ['trouble'],
  ]);
  expect(days[0][0].label).toBe('payments: 1.4.0 deployed to production');
  expect(days[0][2].label).toBe('Unusual: €210.00 more than usual');
});

it('puts them into months where bars are months', () => {
  const [october, november] = chartEvents(
    { timeline, anomalies: [] },
    { starts: ['2026-10-01', '2026-11-01'], granularity: 'month' },
  );
  expect(october).toEqual([]);
  expect(november).toHaveLength(3);
});

it('draws what nobody has so that it stands out, whatever is around it', () => {
  const parts = partColors([
    { key: 'a', label: 'A' },
    { key: 'unallocated', label: 'Unallocated' },
    { key: 'b', label: 'B' },
    { key: 'none', label: 'No team' },
  ]);
  expect(parts.map(({ isHatched }) => Boolean(isHatched))).toEqual([
    false,
    true,
    false,
    true,
  ]);
  expect(new Set(parts.map(({ color }) => color)).size).toBe(4);
});

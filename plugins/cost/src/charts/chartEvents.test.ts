import { sampleAnomaly, sampleTimelineItem } from '../__testUtils__/samples';
import { chartEvents } from './chartEvents';
import { partColors } from './partColors';

it('puts what happened into the days it happened on, in UTC', () => {
  const days = chartEvents(
    { timeline: { items: [sampleTimelineItem] }, anomalies: [sampleAnomaly] },
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
    { timeline: { items: [sampleTimelineItem] }, anomalies: [] },
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

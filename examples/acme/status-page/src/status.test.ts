import { describe, expect, it } from 'vitest';
import {
  availabilityPercent,
  isStale,
  overallHealth,
  type Health,
} from './status';

const area = (health: Health) => ({
  id: health,
  name: health,
  health,
  days: [],
});

describe('overallHealth', () => {
  it.each<[Health[], Health]>([
    [[], 'unknown'],
    [['operational', 'operational'], 'operational'],
    [['operational', 'unknown'], 'unknown'],
    [['unknown', 'degraded'], 'degraded'],
    [['outage', 'degraded'], 'outage'],
  ])('makes of %j: %s', (healths, expected) => {
    expect(overallHealth(healths.map(area))).toBe(expected);
  });
});

describe('availabilityPercent', () => {
  it('counts measured days alone', () => {
    const days = [
      { date: '2026-11-01', downMinutes: 0 },
      { date: '2026-11-02' },
      { date: '2026-11-03', downMinutes: 36 },
    ];
    // 36 of 2880 minutes are 1.25 %.
    expect(availabilityPercent(days)).toBeCloseTo(98.75, 10);
  });

  it('knows nothing about days without a measurement', () => {
    expect(availabilityPercent([{ date: '2026-11-02' }])).toBeUndefined();
  });
});

describe('isStale', () => {
  const snapshot = {
    generatedAt: '2026-11-03T09:00:00Z',
    areas: [],
    incidents: [],
  };

  it('gives up on a snapshot after five minutes', () => {
    expect(isStale(snapshot, Date.parse('2026-11-03T09:05:00Z'))).toBe(false);
    expect(isStale(snapshot, Date.parse('2026-11-03T09:05:01Z'))).toBe(true);
  });
});

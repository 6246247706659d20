import { toDoraBand } from './doraBand';
import { percentile } from './percentile';

const HOUR = 3600;
const DAY = 24 * HOUR;

describe('toDoraBand', () => {
  it.each([
    ['leadTime', HOUR - 1, 'Less than one hour', 1],
    ['leadTime', HOUR, 'Less than one day', 2],
    ['leadTime', DAY, 'Between one day and one week', 3],
    ['timeToRestore', 7 * DAY, 'Between one week and one month', 4],
    ['timeToRestore', 31 * DAY, 'Between one month and six months', 5],
    ['leadTime', 183 * DAY, 'More than six months', 6],
    ['deploymentFrequency', 24, 'On demand, several a day', 1],
    ['deploymentFrequency', 1, 'Between once per hour and once per day', 2],
    ['deploymentFrequency', 0.99, 'Between once per day and once per week', 3],
    ['deploymentFrequency', 1 / 7, 'Between once per day and once per week', 3],
    [
      'deploymentFrequency',
      1 / 8,
      'Between once per week and once per month',
      4,
    ],
    [
      'deploymentFrequency',
      1 / 100,
      'Between once per month and once every six months',
      5,
    ],
    ['deploymentFrequency', 1 / 365, 'Fewer than once per six months', 6],
    ['changeFailureRate', 0, '0% to 2%', 1],
    ['changeFailureRate', 0.02, '0% to 2%', 1],
    ['changeFailureRate', 0.05, '4% to 8%', 3],
    ['changeFailureRate', 0.2, '16% to 32%', 5],
    ['changeFailureRate', 1, 'More than 64%', 7],
  ] as const)('places a %s of %d', (metric, value, label, rank) => {
    expect(toDoraBand(metric, value)).toMatchObject({ label, rank });
  });
});

describe('percentile', () => {
  it('interpolates between neighbours', () => {
    expect(percentile([1, 2], 0.5)).toBe(1.5);
    expect(percentile([10, 20, 30, 40, 50], 0.9)).toBeCloseTo(46, 10);
    expect(percentile([7], 0.9)).toBe(7);
    expect(percentile([], 0.5)).toBeUndefined();
  });
});

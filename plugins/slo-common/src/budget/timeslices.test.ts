import { sli } from './errorBudget';
import {
  ratioTimesliceCounts,
  sliceRatioPpb,
  timesliceCounts,
} from './timeslices';

// A quiet slice that fails, a busy one that does not, one without traffic, and
// one exactly at 99 %.
const slices = [
  { good: 1, total: 2 },
  { good: 1_000, total: 1_000 },
  { good: 0, total: 0 },
  { good: 99, total: 100 },
];

describe('time slices', () => {
  it('counts good slices of those with events', () => {
    expect(timesliceCounts(slices, 990_000_000)).toEqual({ good: 2, total: 3 });
    expect(timesliceCounts(slices, 500_000_000)).toEqual({ good: 3, total: 3 });
    expect(timesliceCounts(slices, 1_000_000_000)).toEqual({
      good: 1,
      total: 3,
    });
    expect(timesliceCounts([], 990_000_000)).toEqual({ good: 0, total: 0 });
  });

  it('takes the mean of the ratios, which is not the ratio of the events', () => {
    // (0.5 + 1 + 0.99) / 3 = 0.83, while 1,100 of 1,102 events were good.
    expect(ratioTimesliceCounts(slices)).toEqual({
      good: 2_490_000_000,
      total: 3_000_000_000,
    });
    expect(sli(ratioTimesliceCounts(slices))).toBeCloseTo(0.83, 12);
  });

  it.each([
    [1, 3, 333_333_333],
    [2, 3, 666_666_667],
    [1, 2_000_000_000, 1],
    [0, 5, 0],
    [5, 5, 1_000_000_000],
  ])('rounds %p of %p to %p', (good, total, expected) => {
    expect(sliceRatioPpb({ good, total })).toBe(expected);
  });
});

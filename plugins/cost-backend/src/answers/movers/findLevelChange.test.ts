import { findLevelChange } from './findLevelChange';

describe('findLevelChange', () => {
  it.each([
    ['a step', [10, 10, 10, 10, 25, 25, 25], 4],
    ['a step with noise', [10, 12, 9, 11, 10, 30, 28, 31], 5],
    ['a fall to nothing', [8, 8, 8, 0, 0], 3],
    ['nothing', [10, 10, 10, 10], undefined],
    ['one odd day', [10, 10, 10, 40, 10, 10, 10, 10], undefined],
    [
      'weekends',
      [10, 10, 10, 10, 10, 5, 5, 10, 10, 10, 10, 10, 5, 5],
      undefined,
    ],
    ['too few days', [10, 20], undefined],
    ['no days', [], undefined],
  ])('finds %s', (_name, values, expected) => {
    expect(findLevelChange(values)).toBe(expected);
  });
});

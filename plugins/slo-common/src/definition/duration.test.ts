import {
  formatDuration,
  formatMinutes,
  isFixedLength,
  nominalMinutes,
  parseDuration,
} from './duration';

describe('duration', () => {
  it.each([
    ['5m', 5, true],
    ['12h', 720, true],
    ['28d', 40_320, true],
    ['4w', 40_320, true],
    ['1M', 43_200, false],
    ['1Q', 129_600, false],
    ['1Y', 525_600, false],
  ])('reads and writes %s', (shorthand, minutes, isFixed) => {
    const duration = parseDuration(shorthand);
    expect(duration && nominalMinutes(duration)).toBe(minutes);
    expect(duration && isFixedLength(duration)).toBe(isFixed);
    expect(duration && formatDuration(duration)).toBe(shorthand);
  });

  it.each(['', '0d', '-1d', '1.5h', '1 d', '1D', '1s', 'd', '05m', '1d '])(
    'refuses %p',
    shorthand => {
      expect(parseDuration(shorthand)).toBeUndefined();
    },
  );

  it.each([
    [5, '5m'],
    [60, '1h'],
    [90, '90m'],
    [1440, '1d'],
    [4320, '3d'],
    [10_080, '1w'],
    [0, '0m'],
  ])('writes %p minutes as %s', (minutes, expected) => {
    expect(formatMinutes(minutes)).toBe(expected);
  });
});

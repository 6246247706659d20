import { ConfigReader } from '@backstage/config';
import type { JsonValue } from '@backstage/types';
import { readPositiveDuration, readPositiveMs } from './readPositiveDuration';

const OPTIONS = { key: 'delivery.retention.runs', fallback: { hours: 2 } };

const configOf = (runs?: JsonValue) =>
  new ConfigReader({
    delivery: { retention: runs === undefined ? {} : { runs } },
  });

describe('readPositiveMs', () => {
  it.each([
    [undefined, 7_200_000],
    [{ days: 1 }, 86_400_000],
    ['90s', 90_000],
  ])('reads %j', (runs, ms) => {
    expect(readPositiveMs(configOf(runs), OPTIONS)).toBe(ms);
  });

  it.each([{ days: 0 }, { days: 1, hours: -24 }, { minutes: -1 }, '0s'])(
    'refuses %j',
    runs => {
      expect(() => readPositiveMs(configOf(runs), OPTIONS)).toThrow(
        "'delivery.retention.runs' must be above zero",
      );
    },
  );

  it('takes zero, but nothing less, where that is allowed', () => {
    const options = { ...OPTIONS, isZeroAllowed: true };
    expect(readPositiveMs(configOf({ days: 0 }), options)).toBe(0);
    expect(() => readPositiveMs(configOf({ days: -1 }), options)).toThrow(
      "'delivery.retention.runs' must not be below zero",
    );
  });

  it('names the key of what is no duration', () => {
    expect(() => readPositiveMs(configOf('soon'), OPTIONS)).toThrow(
      'delivery.retention.runs',
    );
  });
});

describe('readPositiveDuration', () => {
  it('keeps what is written', () => {
    expect(readPositiveDuration(configOf({ days: 1 }), OPTIONS)).toEqual({
      days: 1,
    });
    expect(readPositiveDuration(configOf(), OPTIONS)).toEqual({ hours: 2 });
  });
});

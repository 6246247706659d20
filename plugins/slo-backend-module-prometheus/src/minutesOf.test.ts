import { counterSelectorOf } from './counterSelectorOf';
import { growthOf, valuesOf } from './minutesOf';

const start = Date.parse('2026-11-25T12:00:00Z') / 1_000;

/** A series with a value at the end of each minute; undefined where none is. */
function series(...values: (string | undefined)[]) {
  return {
    metric: {},
    values: values.flatMap((value, index): [number, string][] =>
      value === undefined ? [] : [[start + index * 60, value]],
    ),
  };
}

function byMinute({
  minutes,
}: {
  minutes: { minute: string; value: number }[];
}) {
  return minutes.map(({ minute, value }) => [minute.slice(11, 16), value]);
}

describe('growthOf', () => {
  it('adds up series, sees resets, and leaves gaps', () => {
    expect(
      byMinute(
        growthOf([
          series('100', '110', '3', '3', undefined, '9', '10'),
          // A new instance: where it comes from is not known.
          series(undefined, undefined, '1000', '1005', undefined, undefined),
        ]),
      ),
    ).toEqual([
      ['12:00', 10],
      ['12:01', 3],
      ['12:02', 0 + 5],
      ['12:05', 1],
    ]);
  });

  it.each(['NaN', '+Inf', '-Inf'])('takes %s for unknown', value => {
    const result = growthOf([
      series('1', '2', value, '4', '5'),
      series('1', '2', '3', '4', '5'),
    ]);
    expect(byMinute(result)).toEqual([
      ['12:00', 2],
      ['12:03', 2],
    ]);
    expect(result.problem).toBe(`The query gives ${value}`);
  });
});

describe('valuesOf', () => {
  it('takes the value at the end of the minute', () => {
    const result = valuesOf([series('0.5', '0.25', 'NaN', undefined, '1')]);
    expect(byMinute(result)).toEqual([
      ['11:59', 0.5],
      ['12:00', 0.25],
      ['12:03', 1],
    ]);
    expect(result.problem).toBe('The query gives NaN');
    expect(valuesOf([])).toEqual({ minutes: [] });
  });

  it('refuses several series', () => {
    expect(valuesOf([series('1'), series('1')])).toEqual({
      minutes: [],
      problem: 'The query gives 2 series where one is needed',
    });
  });
});

describe('counterSelectorOf', () => {
  it.each([
    ['up', 'up'],
    [' up{route="/a(b)"} ', 'up{route="/a(b)"}'],
    ['sum(up{code=~"(4|5).."})', 'up{code=~"(4|5).."}'],
    ['sum ( up )', 'up'],
    ['sum(rate(up[5m]))', undefined],
    ['sum(up) + sum(down)', undefined],
    ['up offset 5m', undefined],
    ['up - down_total', undefined],
    ['increase(up[1m])', undefined],
    ['sum by (job) (up)', undefined],
    ['up or down', undefined],
    ['up{a="or"}', 'up{a="or"}'],
  ])('of %s is %s', (query, expected) => {
    expect(counterSelectorOf(query)).toBe(expected);
  });
});

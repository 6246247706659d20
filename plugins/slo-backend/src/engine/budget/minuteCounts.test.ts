import type { SloIndicator, SloObjective } from '@atrium/plugin-slo-common';
import { bucketScale, type MinuteValues, toMinuteCounts } from './minuteCounts';

const base = { name: 'sli', labels: {}, annotations: {} };
const query = {
  sourceType: 'prometheus',
  sourceOrigin: 'default' as const,
  spec: {},
};

function ratio(numerator: 'good' | 'bad', isCounter = true): SloIndicator {
  const kind = 'ratio' as const;
  return { ...base, kind, numerator, isCounter, events: query, total: query };
}

function raw(rawType: 'success' | 'failure'): SloIndicator {
  return { ...base, kind: 'raw', rawType, raw: query };
}

const threshold: SloIndicator = { ...base, kind: 'threshold', query };

const objective: SloObjective = {
  id: 'objective-1',
  target: 0.99,
  targetPpb: 990_000_000,
  op: 'lte',
  value: 0.3,
  compositeWeight: 1,
  compositeWeightPpb: 1_000_000_000,
};

const cases: [string, SloIndicator, MinuteValues, number, number][] = [
  ['good of total', ratio('good'), { good: 99, total: 100 }, 99, 100],
  ['bad of total', ratio('bad'), { bad: 1, total: 100 }, 99, 100],
  ['very many', ratio('good'), { good: 1e12, total: 1e12 }, 1e12, 1e12],
  ['measured silence', ratio('good'), { good: 0, total: 0 }, 0, 0],
  ['a rate', ratio('good', false), { good: 0.35, total: 0.7 }, 350, 700],
  ['raw success', raw('success'), { raw: 0.999 }, 999_000, 1_000_000],
  ['raw failure', raw('failure'), { raw: 0.001 }, 999_000, 1_000_000],
  ['a value at the threshold', threshold, { threshold: 0.3 }, 1, 1],
  ['a value above it', threshold, { threshold: 0.31 }, 0, 1],
];

describe('toMinuteCounts', () => {
  it.each(cases)('counts %s', (_, indicator, values, good, total) => {
    expect(toMinuteCounts({ indicator, objective, values })).toEqual({
      kind: 'counts',
      good,
      total,
      isNumeratorAbsent: false,
    });
  });

  it('leaves a gap where nothing was measured', () => {
    for (const indicator of [ratio('good'), raw('success'), threshold]) {
      expect(toMinuteCounts({ indicator, objective, values: {} })).toEqual({
        kind: 'gap',
      });
    }
    const values = { good: 5 };
    expect(
      toMinuteCounts({ indicator: ratio('good'), objective, values }),
    ).toEqual({ kind: 'gap' });
  });

  it('counts no events where a counter never counted, and says so', () => {
    const values = { total: 10 };
    expect(
      toMinuteCounts({ indicator: ratio('bad'), objective, values }),
    ).toEqual({ kind: 'counts', good: 10, total: 10, isNumeratorAbsent: true });
    expect(
      toMinuteCounts({ indicator: ratio('good'), objective, values }),
    ).toEqual({ kind: 'counts', good: 0, total: 10, isNumeratorAbsent: true });
  });

  it.each([
    [ratio('good'), { good: 12, total: 10 }, 'Counted 12 good events of 10'],
    [ratio('bad'), { bad: -1, total: 10 }, 'Counted -1 bad events of 10'],
    [ratio('good'), { good: NaN, total: 10 }, 'The good query gave NaN'],
    [
      ratio('good'),
      { good: 1, total: Infinity },
      'The total query gave Infinity',
    ],
    [threshold, { threshold: -Infinity }, 'The threshold query gave -Infinity'],
    [
      raw('success'),
      { raw: 1.5 },
      'The ratio is 1.5, which is not between 0 and 1',
    ],
    [
      ratio('good'),
      { good: 1e12 + 1, total: 1e12 + 1 },
      'Counted 1000000000001 events in a minute, which is more than can be kept',
    ],
    // Rates are kept in thousandths.
    [
      ratio('good', false),
      { good: 0, total: 1.1e9 },
      'Counted 1100000000 events in a minute, which is more than can be kept',
    ],
    [
      ratio('bad'),
      { bad: 1e23, total: 1e23 },
      'Counted 1e+23 events in a minute, which is more than can be kept',
    ],
  ])('reports what cannot be counted', (indicator, values, message) => {
    expect(toMinuteCounts({ indicator, objective, values })).toEqual({
      kind: 'problem',
      message,
    });
  });

  it.each([
    ['lt', 0.3, 0],
    ['lte', 0.3, 1],
    ['gt', 0.3, 0],
    ['gte', 0.3, 1],
    ['gt', 0.4, 1],
    ['lt', 0.2, 1],
  ] as const)('compares %s %p', (op, value, good) => {
    const options = { indicator: threshold, values: { threshold: value } };
    expect(
      toMinuteCounts({ ...options, objective: { ...objective, op } }),
    ).toMatchObject({ good, total: 1 });
  });

  it('keeps gauges in thousandths and ratios in millionths', () => {
    expect(bucketScale(ratio('good'))).toBe(1);
    expect(bucketScale(ratio('good', false))).toBe(1_000);
    expect(bucketScale(raw('success'))).toBe(1_000_000);
    expect(bucketScale(threshold)).toBe(1);
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitMonths } from './splitMonths.ts';

const minuteOf = (time: string) => Date.parse(time) / 60_000;

test('splits where a month ends, over the end of a year', () => {
  assert.deepEqual(
    splitMonths({
      from: minuteOf('2025-12-31T23:58Z'),
      to: minuteOf('2026-02-01T00:01Z'),
    }),
    [
      {
        suffix: '2025_12',
        minutes: {
          from: minuteOf('2025-12-31T23:58Z'),
          to: minuteOf('2026-01-01T00:00Z'),
        },
        bounds: {
          from: new Date('2025-12-01T00:00Z'),
          to: new Date('2026-01-01T00:00Z'),
        },
      },
      {
        suffix: '2026_01',
        minutes: {
          from: minuteOf('2026-01-01T00:00Z'),
          to: minuteOf('2026-02-01T00:00Z'),
        },
        bounds: {
          from: new Date('2026-01-01T00:00Z'),
          to: new Date('2026-02-01T00:00Z'),
        },
      },
      {
        suffix: '2026_02',
        minutes: {
          from: minuteOf('2026-02-01T00:00Z'),
          to: minuteOf('2026-02-01T00:01Z'),
        },
        bounds: {
          from: new Date('2026-02-01T00:00Z'),
          to: new Date('2026-03-01T00:00Z'),
        },
      },
    ],
  );
});

test('has nothing to split when there are no minutes', () => {
  assert.deepEqual(splitMonths({ from: 5, to: 5 }), []);
});

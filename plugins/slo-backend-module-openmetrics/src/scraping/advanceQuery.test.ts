import {
  advanceQuery,
  type QueryState,
  type SeriesValue,
} from './advanceQuery';
import type { StartRelation } from './compareStarts';
import type { QueryKind } from './QueryKind';
import { splitGrowth } from './splitGrowth';

const startMinute = 29_000_000;
const startMs = startMinute * 60_000;
const startSeconds = startMinute * 60;

interface ScrapeAt {
  seconds: number;
  values: Record<string, number | SeriesValue>;
  process?: StartRelation;
}

/** Goes through scrapes; the minutes are counted from the start. */
function run(scrapes: ScrapeAt[], kind: QueryKind = 'counter') {
  let state: QueryState | undefined;
  const minutes: [number, number][] = [];
  const problems: string[] = [];
  for (const { seconds, values, process = 'same' } of scrapes) {
    const atMs = startMs + seconds * 1_000;
    const advance = advanceQuery(state, {
      kind,
      atMs,
      process,
      series: new Map(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === 'number' ? { value } : value,
        ]),
      ),
    });
    // As it is after a while in the database.
    state =
      advance.state &&
      (JSON.parse(JSON.stringify(advance.state)) as QueryState);
    minutes.push(
      ...advance.minutes.map(({ minute, value }): [number, number] => [
        minute - startMinute,
        value,
      ]),
    );
    if (advance.problem) {
      problems.push(advance.problem);
    }
  }
  return { minutes, problems };
}

describe('splitGrowth', () => {
  it.each([
    // 10 of 15 seconds are before the full minute.
    [30, 50, 65, { before: 20, after: 10 }],
    // Whole events only: 6.67 of 10.
    [10, 50, 65, { before: 6, after: 4 }],
    [10, 20, 35, { before: 10, after: 0 }],
    [10, 45, 60, { before: 10, after: 0 }],
    [1.5, 50, 65, { before: 1, after: 0.5 }],
  ])('divides %d between %d s and %d s', (growth, from, to, expected) => {
    const period = {
      fromMs: startMs + from * 1_000,
      toMs: startMs + to * 1_000,
    };
    expect(splitGrowth(growth, period)).toEqual(expected);
  });

  it('never gives a part more than the whole', () => {
    for (let whole = 0; whole <= 12; whole++) {
      for (let part = 0; part <= whole; part++) {
        for (let offset = 1; offset < 30; offset++) {
          const period = {
            fromMs: startMs + 60_000 - offset * 1_000,
            toMs: startMs + 90_000 - offset * 1_000,
          };
          const ofPart = splitGrowth(part, period);
          const ofWhole = splitGrowth(whole, period);
          expect(ofPart.before).toBeLessThanOrEqual(ofWhole.before);
          expect(ofPart.after).toBeLessThanOrEqual(ofWhole.after);
          expect(ofWhole.before + ofWhole.after).toBe(whole);
        }
      }
    }
  });
});

describe('counters', () => {
  it('counts whole minutes from the first whole one on', () => {
    expect(
      run([
        { seconds: 50, values: { a: 100, b: 5 } },
        { seconds: 65, values: { a: 130, b: 5 } },
        { seconds: 90, values: { a: 140, b: 6 } },
        { seconds: 110, values: { a: 160, b: 6 } },
        { seconds: 130, values: { a: 180, b: 6 } },
        { seconds: 170, values: { a: 180, b: 6 } },
        { seconds: 190, values: { a: 180, b: 6 } },
      ]).minutes,
    ).toEqual([
      // 10 of 30 after second 60, then 10 + 1, 20, and half of 20.
      [1, 10 + 11 + 20 + 10],
      [2, 10],
    ]);
  });

  it('gives a minute as many of all events as of those that went wrong', () => {
    const names = Array.from({ length: 10 }, (_, index) => `route-${index}`);
    // Ten events at once, all of which went wrong: ten of one series, and one
    // each of ten series. Half of the time is before the full minute, so five
    // belong to each of both minutes, whatever series they are of.
    const minutesOf = (valuesAt: (count: number) => ScrapeAt['values']) =>
      run([
        { seconds: 50, values: valuesAt(0) },
        { seconds: 110, values: valuesAt(0) },
        { seconds: 130, values: valuesAt(1) },
        { seconds: 190, values: valuesAt(1) },
      ]).minutes;
    const errors = minutesOf(count => ({ errors: 10 * count }));
    const requests = minutesOf(count =>
      Object.fromEntries(names.map(name => [name, count])),
    );
    expect(errors).toEqual([
      [1, 5],
      [2, 5],
    ]);
    expect(requests).toEqual(errors);
  });

  it('leaves out minutes in which a scrape was missed for too long', () => {
    expect(
      run([
        { seconds: 0, values: { a: 0 } },
        { seconds: 30, values: { a: 10 } },
        { seconds: 60, values: { a: 20 } },
        { seconds: 121, values: { a: 500 } },
        { seconds: 150, values: { a: 510 } },
        { seconds: 180, values: { a: 520 } },
        { seconds: 240, values: { a: 530 } },
      ]).minutes,
    ).toEqual([
      [0, 20],
      [3, 10],
    ]);
  });

  it.each([
    ['it falls', { a: 500 }, { a: 7 }, 'same'],
    ['its process is a new one', { a: 5 }, { a: 7 }, 'restarted'],
    [
      'it was created again',
      { a: { value: 5, createdAt: 1_000 } },
      { a: { value: 7, createdAt: startSeconds + 10 } },
      'same',
    ],
    [
      'it says itself that it was not, whatever the process says',
      { a: { value: 93, createdAt: 1_000 } },
      { a: { value: 100, createdAt: 1_000 } },
      'restarted',
    ],
    ['it is new', { b: 3 }, { a: 7, b: 3 }, 'same'],
  ] as const)('counts from zero when %s', (_, before, after, process) => {
    expect(
      run([
        { seconds: 0, values: before },
        { seconds: 20, values: after, process },
        { seconds: 60, values: after },
      ]).minutes,
    ).toEqual([[0, 7]]);
  });

  it.each<
    [string, (counted: number) => ScrapeAt['values'], StartRelation | undefined]
  >([
    ['its process', counted => ({ a: counted }), 'other'],
    [
      'itself',
      counted => ({
        a: {
          value: counted,
          // Both began long ago, the one with less within the same day.
          createdAt: startSeconds - (counted < 50_000 ? 80_000 : 90_000),
        },
      }),
      undefined,
    ],
  ])(
    'counts nothing of several processes, as it knows by %s',
    (_, values, process) => {
      expect(
        run([
          { seconds: 0, values: values(50_000) },
          { seconds: 15, values: values(48_000), process },
          { seconds: 30, values: values(48_010) },
          { seconds: 45, values: values(48_020) },
          { seconds: 60, values: values(48_030) },
          // Measured from second 15 on only.
          { seconds: 75, values: values(50_100), process },
          // Here one of them answers for two minutes.
          { seconds: 90, values: values(50_110) },
          { seconds: 120, values: values(50_120) },
          { seconds: 150, values: values(50_130) },
          { seconds: 180, values: values(50_140) },
          { seconds: 240, values: values(50_150) },
          { seconds: 300, values: values(50_160) },
          { seconds: 360, values: values(50_170) },
          { seconds: 375, values: values(50_170) },
        ]),
      ).toEqual({
        minutes: [
          [2, 20],
          [3, 10],
          [4, 10],
          [5, 10],
        ],
        // Until 300 seconds after it was seen the last time: at 15, 30 … 360.
        problems: Array.from({ length: 12 }, () =>
          expect.stringContaining('Several processes answer at this address'),
        ),
      });
    },
  );

  it('does not count again what was away for a while', () => {
    expect(
      run([
        { seconds: 0, values: { a: 1_000, b: 1 } },
        { seconds: 20, values: { b: 1 } },
        { seconds: 40, values: { a: 1_004, b: 1 } },
        { seconds: 60, values: { a: 1_004, b: 1 } },
      ]).minutes,
    ).toEqual([[0, 4]]);
  });

  it('does not take for zero what is not there', () => {
    expect(
      run([
        { seconds: 0, values: {} },
        { seconds: 30, values: {} },
        { seconds: 60, values: {} },
        { seconds: 90, values: {} },
        { seconds: 110, values: { a: 2 } },
        { seconds: 120, values: { a: 2 } },
        { seconds: 150, values: { a: 3 } },
        { seconds: 180, values: {} },
        { seconds: 240, values: {} },
      ]).minutes,
    ).toEqual([
      [1, 2],
      [2, 1],
    ]);
  });

  it('begins anew after a value that is none', () => {
    expect(
      run([
        { seconds: 0, values: { a: 1 } },
        { seconds: 30, values: { a: NaN } },
        { seconds: 60, values: { a: 9 } },
        { seconds: 120, values: { a: 12 } },
      ]),
    ).toEqual({ minutes: [[1, 3]], problems: ['A series has the value NaN'] });
  });
});

describe('other values', () => {
  it('takes the last one of a minute', () => {
    expect(
      run(
        [
          { seconds: 10, values: { a: 3 } },
          { seconds: 50, values: { a: 4 } },
          { seconds: 250, values: {} },
        ],
        'single',
      ).minutes,
    ).toEqual([
      [0, 3],
      [0, 4],
    ]);
  });

  it('adds up gauges of a ratio, but not those of a threshold', () => {
    const scrapes = [{ seconds: 10, values: { a: 3, b: 0.5 } }];
    expect(run(scrapes, 'sum').minutes).toEqual([[0, 3.5]]);
    expect(run(scrapes, 'single')).toEqual({
      minutes: [],
      problems: ['It chooses 2 series where one value is needed'],
    });
  });
});

import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { countOracle } from './__testUtils__/countOracle';
import { openTestDatabase } from './__testUtils__/openTestDatabase';
import { rollUpCounts } from './database/rollUpCounts';
import { sumWindows } from './database/sumWindows';
import { writeCounts } from './database/writeCounts';
import { type Interval, minuteOf, subtractIntervals } from './engine/Interval';

/** Two months that end with November, with the change of clocks in October. */
const START = minuteOf('2026-10-01T00:00:00Z');
const END = minuteOf('2026-11-30T00:00:00Z');

const SERIES = { plain: 1, slices: 2, ratios: 3 };
const SLICE_MINUTES = 7;
const RATIO_MINUTES = 90;

const minute = fc.integer({ min: START, max: END - 1 });

/** A burst of counts: close together, so that minutes meet and repeat. */
const burst = fc
  .record({
    start: minute,
    counts: fc.array(
      fc.record({
        offset: fc.integer({ min: 0, max: 200 }),
        total: fc.oneof(
          fc.constant(0),
          fc.integer({ min: 1, max: 5 }),
          fc.integer({ min: 1, max: 1_000_000_000_000 }),
        ),
        badShare: fc.constantFrom(0, 0.001, 0.5, 1),
      }),
      { minLength: 1, maxLength: 60 },
    ),
  })
  .map(({ start, counts }) =>
    counts.map(({ offset, total, badShare }) => ({
      seriesId: SERIES.plain,
      minute: Math.min(start + offset, END - 1),
      good: total - Math.floor(total * badShare),
      total,
    })),
  );

const interval: fc.Arbitrary<Interval> = fc
  .tuple(
    minute,
    fc.oneof(
      fc.constantFrom(5, 30, 60, 120, 360, 1440, 3 * 1440, 28 * 1440),
      fc.integer({ min: 1, max: 45 * 1440 }),
    ),
  )
  .map(([from, length]) => ({ from, to: from + length }));

const window = fc
  .tuple(interval, fc.array(interval, { maxLength: 3 }))
  .map(([whole, excluded]) => subtractIntervals(whole, excluded));

describe('sums of windows', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;

  beforeAll(async () => {
    knex = await openTestDatabase(databases);
    await knex.raw(
      `INSERT INTO series
         (key, is_collected, created_at, derived_from, slice_minutes, slice_target_ppb)
       VALUES ('plain', false, now(), NULL, NULL, NULL),
         ('slices', false, now(), ${SERIES.plain}, ${SLICE_MINUTES}, 990000000),
         ('ratios', false, now(), ${SERIES.plain}, ${RATIO_MINUTES}, NULL)`,
    );
  });

  async function tick(): Promise<void> {
    await knex.transaction(tx => rollUpCounts(tx), {
      isolationLevel: 'repeatable read',
    });
  }

  it('are those of the raw counts, however late and often these come', async () => {
    let compared = 0;
    await fc.assert(
      fc
        .asyncProperty(
          // A tick after each: what comes later corrects what was summed up.
          fc.array(fc.array(burst, { minLength: 1, maxLength: 3 }), {
            minLength: 1,
            maxLength: 3,
          }),
          fc.array(window, { minLength: 20, maxLength: 20 }),
          async (rounds, windows) => {
            const oracle = countOracle({
              sliceMinutes: SLICE_MINUTES,
              sliceTargetPpb: 990_000_000n,
              ratioMinutes: RATIO_MINUTES,
            });
            for (const bursts of rounds) {
              for (const counts of bursts) {
                await writeCounts(knex, counts);
                oracle.write(counts);
              }
              await tick();
            }
            const sums = await sumWindows(
              knex,
              Object.values(SERIES).map(seriesId => ({
                seriesId,
                windows: new Map(
                  windows.map((intervals, name) => [String(name), intervals]),
                ),
              })),
            );
            for (const [name, intervals] of windows.entries()) {
              for (const [kind, seriesId] of Object.entries(SERIES)) {
                expect(sums.get(seriesId, String(name))).toEqual(
                  oracle.sum(kind as keyof typeof SERIES, intervals),
                );
                compared += 1;
              }
            }
          },
        )
        .beforeEach(async () => {
          await knex.raw(
            'TRUNCATE minute_counts, hour_counts, day_counts, stale_hours',
          );
        }),
      { numRuns: 20 },
    );
    expect(compared).toBe(1_200);
  });

  it('do not change what is the same, and mark only hours that changed', async () => {
    await knex.raw('TRUNCATE minute_counts, hour_counts, day_counts');
    const count = { seriesId: 1, minute: END - 30, good: 9, total: 10 };
    expect(
      (await writeCounts(knex, [{ ...count, good: 1 }, count])).written,
    ).toBe(1);
    await tick();
    expect((await writeCounts(knex, [count])).written).toBe(0);
    expect(await knex('stale_hours')).toEqual([]);
  });

  it('miss nothing that is written while they are made', async () => {
    await knex.raw('TRUNCATE minute_counts, hour_counts, day_counts');
    const from = END - 6 * 1440;
    let written = 0;
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (let n = 0; n < 25; n++) {
        const counts = Array.from({ length: 40 }, (__, offset) => ({
          seriesId: 1,
          minute: from + ((writer * 25 + n) * 40 + offset) * 2,
          good: 1,
          total: 1,
        }));
        await writeCounts(knex, counts);
        written += 40;
      }
    });
    let isWriting = true;
    const ticks = (async () => {
      while (isWriting) {
        await tick();
      }
    })();
    await Promise.all(writers);
    isWriting = false;
    await ticks;
    await tick();
    const sums = await sumWindows(knex, [
      { seriesId: 1, windows: new Map([['all', [{ from, to: END }]]]) },
    ]);
    expect(sums.get(1, 'all')).toEqual({
      good: written,
      total: written,
      buckets: 4_000,
    });
  });
});

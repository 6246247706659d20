import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { freezeTime, TEST_NOW } from './__testUtils__/freezeTime';
import { openTestDatabase } from './__testUtils__/openTestDatabase';
import { sampleJourney } from './__testUtils__/sampleJourney';
import { startSlo } from './__testUtils__/startSlo';

const NOW = Math.floor(TEST_NOW.getTime() / 60_000);
const MEMBERS = ['cart', 'pay'] as const;

type Member = (typeof MEMBERS)[number];

interface Count {
  series: Member;
  /** Minutes before now. */
  ago: number;
  good: number;
}

interface Span {
  from: number;
  to: number;
}

const TOTAL = 100;
const SLICE_TARGET = 90;

const count = fc.record({
  series: fc.constantFrom(...MEMBERS),
  ago: fc.integer({ min: 1, max: 30 * 60 }),
  good: fc.constantFrom(TOTAL, TOTAL, SLICE_TARGET, 0),
});

const lengths = fc.record({
  cart: fc.constantFrom(1, 5, 7, 30, 60),
  pay: fc.constantFrom(2, 6, 20, 45, 1440),
});

/**
 * What the joined slices should come to, minute by minute: of a minute that
 * counts, good or bad is what the slices are that it lies in.
 */
function joinedMinutes(
  counts: Count[],
  sizes: Record<Member, number>,
  { window, excluded }: { window: Span; excluded: Span[] },
): { good: number; total: number } {
  const isGood = (series: Member, minute: number): boolean | undefined => {
    const size = sizes[series];
    const start = Math.floor(minute / size) * size;
    const inside = counts.filter(
      ({ series: of, ago }) =>
        of === series && NOW - ago >= start && NOW - ago < start + size,
    );
    const good = inside.reduce((sum, { good: part }) => sum + part, 0);
    return inside.length === 0
      ? undefined
      : good * 100 >= SLICE_TARGET * TOTAL * inside.length;
  };
  const isOut = (minute: number) =>
    MEMBERS.some(series => {
      const size = sizes[series];
      const start = Math.floor(minute / size) * size;
      return excluded.some(({ from, to }) => from < start + size && start < to);
    });
  const sums = { good: 0, total: 0 };
  for (let minute = window.from; minute < window.to; minute++) {
    const verdicts = MEMBERS.map(series => isGood(series, minute));
    const isBad = verdicts.includes(false);
    if (!isOut(minute) && (isBad || !verdicts.includes(undefined))) {
      sums.total += 1;
      sums.good += isBad ? 0 : 1;
    }
  }
  return sums;
}

describe('slices of several lengths together', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let slo: Awaited<ReturnType<typeof startSlo>>;

  beforeAll(async () => {
    freezeTime();
    slo = await startSlo({ knex: await openTestDatabase(databases, TEST_NOW) });
  });

  afterAll(() => {
    jest.useRealTimers();
  });

  it('come to what the minutes in them do, whatever comes late', async () => {
    await fc.assert(
      fc
        .asyncProperty(
          fc.record({
            sizes: lengths,
            rounds: fc.array(fc.array(count, { minLength: 1, maxLength: 60 }), {
              minLength: 1,
              maxLength: 3,
            }),
            out: fc.option(
              fc.record({
                ago: fc.integer({ min: 10, max: 24 * 60 }),
                minutes: fc.integer({ min: 1, max: 90 }),
              }),
            ),
          }),
          async ({ sizes, rounds, out }) => {
            const objective = (series: Member) => `target: 0.5
      timeSliceTarget: 0.9
      timeSliceWindow: ${sizes[series]}m`;
            const id = await slo.define(
              sampleJourney({
                method: 'Timeslices',
                cart: objective('cart'),
                pay: objective('pay'),
              }),
            );
            const excluded = out
              ? [{ from: NOW - out.ago, to: NOW - out.ago + out.minutes }]
              : [];
            for (const { from, to } of excluded) {
              await slo.ask('post', '/exclusions').send({
                entityRef: 'component:default/payment-service',
                from: new Date(from * 60_000).toISOString(),
                to: new Date(to * 60_000).toISOString(),
                kind: 'exclusion',
                reason: 'Test',
              });
            }
            // A minute that is told again is replaced.
            const known = new Map<string, Count>();
            for (const counts of rounds) {
              await slo.push(
                counts.map(({ series, ago, good }) => ({
                  series,
                  minute: new Date((NOW - ago) * 60_000).toISOString(),
                  good,
                  total: TOTAL,
                })),
              );
              for (const one of counts) {
                known.set(`${one.series} ${one.ago}`, one);
              }
              await slo.runTask('slo-evaluation');
              const { body } = await slo.ask('get', `/slos/${id}`);
              const last = Math.min(
                ...MEMBERS.map(series => NOW - (NOW % sizes[series])),
              );
              const piece = greatestCommon(sizes.cart, sizes.pay);
              const expected = joinedMinutes([...known.values()], sizes, {
                window: {
                  from: last - Math.ceil(1440 / piece) * piece,
                  to: last,
                },
                excluded,
              });
              expect({
                good: (body.composite.good ?? 0) * piece,
                total: (body.composite.total ?? 0) * piece,
              }).toEqual(expected);
            }
          },
        )
        .beforeEach(() => slo.clear()),
      { numRuns: 30 },
    );
  });
});

function greatestCommon(a: number, b: number): number {
  return b === 0 ? a : greatestCommon(b, a % b);
}

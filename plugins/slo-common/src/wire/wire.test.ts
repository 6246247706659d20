import { createExclusionSchema } from './exclusions';
import { MAX_PUSH_COUNTS, pushCountsSchema } from './pushCounts';
import { sloListQuerySchema } from './queries';

const count = {
  series: 'checkout',
  minute: '2026-11-25T10:04:00Z',
  good: 99,
  total: 100,
};

function issues(body: unknown): string[] {
  const { error } = pushCountsSchema.safeParse(body);
  return (error?.issues ?? []).map(({ path, message }) =>
    [path.join('.'), message].join(' '),
  );
}

describe('pushCountsSchema', () => {
  it('takes whole minutes in any zone, as UTC', () => {
    const counts = [count, { ...count, minute: '2026-11-25T11:05:00+01:00' }];
    expect(pushCountsSchema.parse({ counts }).counts).toEqual([
      { ...count, minute: '2026-11-25T10:04:00.000Z' },
      { ...count, minute: '2026-11-25T10:05:00.000Z' },
    ]);
  });

  it.each([
    [
      { minute: '2026-11-25T10:04:30Z' },
      'counts.1.minute must be a whole minute',
    ],
    [{ good: 101 }, "counts.1.good must not be more than 'total'"],
    [{ good: -1 }, /counts\.1\.good/],
    [{ total: 1.5 }, /counts\.1\.total/],
    [{ total: 1e308 }, /counts\.1\.total/],
    [{ total: NaN }, /counts\.1\.total/],
    [{ minute: 'yesterday' }, /counts\.1\.minute/],
    [{ series: '' }, /counts\.1\.series/],
    [{ tenant: 'x' }, /counts\.1/],
  ])('refuses %j, and names the row', (change, expected) => {
    const [found] = issues({ counts: [count, { ...count, ...change }] });
    expect(found).toMatch(expected);
  });

  it('takes so many and no more', () => {
    const full = Array.from({ length: MAX_PUSH_COUNTS }, () => count);
    expect(issues({ counts: full })).toEqual([]);
    expect(issues({ counts: [...full, count] })).toHaveLength(1);
    expect(issues({ counts: [] })).toHaveLength(1);
  });
});

describe('queries and bodies', () => {
  it('reads parameters that come once or more often', () => {
    expect(
      sloListQuerySchema.parse({
        entityRef: 'Component:default/Checkout',
        state: ['breached', 'at-risk'],
      }),
    ).toEqual({
      limit: 50,
      entityRef: ['component:default/checkout'],
      state: ['breached', 'at-risk'],
    });
    expect(sloListQuerySchema.safeParse({ state: 'bad' }).success).toBe(false);
  });

  it('wants an exclusion to end after it begins', () => {
    const exclusion = {
      entityRef: 'component:default/checkout',
      from: '2026-11-25T10:00:00Z',
      to: '2026-11-25T10:00:00Z',
      kind: 'maintenance',
      reason: 'Upgrade of the database',
    };
    const { error } = createExclusionSchema.safeParse(exclusion);
    expect(error?.issues).toMatchObject([
      { path: ['to'], message: "must be after 'from'" },
    ]);
  });
});

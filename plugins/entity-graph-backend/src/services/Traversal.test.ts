import { mockCredentials } from '@backstage/backend-test-utils';
import { Traversal } from './Traversal';
import { Visibility } from './Visibility';

/** a1 leads to a2, that to a3 and so on to a14. */
const follow = jest.fn(async (refs: readonly string[]) =>
  refs.flatMap(fromRef => {
    const next = Number(fromRef.slice(1)) + 1;
    return next <= 14 ? [{ fromRef, toRef: `a${next}` }] : [];
  }),
);

const walk = (options: { hops: number; untilRef?: string }) =>
  new Traversal({ follow }).walk(['a1'], {
    direction: 'down',
    kinds: ['component'],
    relations: ['dependsOn'],
    origin: 'all',
    limit: 100,
    visibility: new Visibility(
      { canSeeAll: async () => true, filter: async refs => [...refs] },
      mockCredentials.user(),
    ),
    ...options,
  });

beforeEach(() => follow.mockClear());

it('says whether more may be further away than it followed', async () => {
  const near = await walk({ hops: 12 });
  expect([near.found.size, near.isOpen]).toEqual([13, true]);
  const all = await walk({ hops: 50 });
  expect([all.found.size, all.isOpen]).toEqual([14, false]);
});

it('stops where it finds what is looked for', async () => {
  const { found } = await walk({ hops: 50, untilRef: 'a3' });
  expect([...found.keys()]).toEqual(['a1', 'a2', 'a3']);
  expect(follow).toHaveBeenCalledTimes(2);
});

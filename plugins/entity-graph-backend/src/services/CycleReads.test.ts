import { mockCredentials } from '@backstage/backend-test-utils';
import { CycleReads } from './CycleReads';

// a <-> b, and a -> d -> hidden -> a.
const edges = [
  ['a', 'b'],
  ['b', 'a'],
  ['a', 'd'],
  ['d', 'hidden'],
  ['hidden', 'a'],
  ['top', 'a'],
].map(([fromRef, toRef]) => ({ fromRef, toRef }));

function listFor(seen: (ref: string) => boolean) {
  const reads = new CycleReads({
    edges: { listDeclared: async () => edges },
    reader: {
      read: async found => ({
        nodes: [...found.keys()].map(entityRef => ({
          entityRef,
          kind: 'component',
          name: entityRef,
          hops: 0,
        })),
        facts: 'ready',
      }),
    },
    visible: {
      canSeeAll: async () => false,
      filter: async refs => refs.filter(seen),
    },
  });
  return reads.list({ credentials: mockCredentials.user() });
}

it('finds the circles among what one may see, and counts nobody else', async () => {
  expect(await listFor(() => true)).toMatchObject({
    items: [{ nodes: [{ entityRef: 'a' }, { entityRef: 'b' }], size: 4 }],
    totalItems: 1,
  });
  expect(await listFor(ref => ref !== 'hidden')).toMatchObject({
    items: [{ nodes: [{ entityRef: 'a' }, { entityRef: 'b' }], size: 2 }],
    totalItems: 1,
  });
  // The circle through b is hidden, and the other one is not.
  expect(await listFor(ref => ref !== 'b')).toMatchObject({
    items: [
      {
        nodes: [
          { entityRef: 'a' },
          { entityRef: 'd' },
          { entityRef: 'hidden' },
        ],
        size: 3,
      },
    ],
  });
  expect((await listFor(ref => ref === 'a')).totalItems).toBe(0);
});

import {
  fromPoolDraft,
  type PoolDraft,
  tidyWeights,
  toPoolDraft,
} from './poolDraft';

it.each([
  [{ name: 'tax' }],
  [
    {
      name: 'cluster',
      title: 'Production cluster',
      description: 'Nodes and ingress',
      split: { by: 'usage', cluster: 'acme-production' },
      among: {
        kinds: ['component', 'api'],
        types: ['service'],
        systems: ['system:default/payments'],
        owners: ['group:default/team-payments', 'group:default/team-search'],
      },
    },
  ],
  [{ name: 'support', split: { by: 'metric', unit: 'order' } }],
  [
    {
      name: 'licences',
      split: {
        by: 'weights',
        weights: { 'component:default/a': 2, 'component:default/b': 0.5 },
      },
    },
  ],
])('shows a pool, and writes it as it was: %j', pool => {
  expect(fromPoolDraft(toPoolDraft(pool))).toEqual(pool);
});

it('writes only what belongs to how the pool is split', () => {
  const draft: PoolDraft = {
    ...toPoolDraft({ name: 'cluster' }),
    by: 'even',
    unit: 'order',
    cluster: 'main',
    weights: 'component:default/a: 1',
  };
  expect(fromPoolDraft(draft)).toEqual({
    name: 'cluster',
    split: { by: 'even' },
  });
});

it('keeps a weight that is no number as it is written, for the file to refuse', () => {
  expect(
    fromPoolDraft({
      ...toPoolDraft({ name: 'x' }),
      by: 'weights',
      weights: 'component:default/a: much\ncomponent:default/b',
    }),
  ).toEqual({
    name: 'x',
    split: {
      by: 'weights',
      weights: { 'component:default/a': 'much', 'component:default/b': '' },
    },
  });
  expect(tidyWeights(' component:default/a:  2 \n\n')).toBe(
    'component:default/a: 2',
  );
});

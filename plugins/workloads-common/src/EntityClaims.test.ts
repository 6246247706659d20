import { EntityClaims } from './EntityClaims';

const entities = {
  payment: { 'backstage.io/kubernetes-id': 'payment-service' },
  sandboxed: {
    'backstage.io/kubernetes-id': 'payment-service',
    'backstage.io/kubernetes-namespace': 'sandbox',
  },
  umbrella: { 'backstage.io/kubernetes-label-selector': 'part-of=billing' },
  remote: {
    'backstage.io/kubernetes-id': 'ignored',
    'backstage.io/kubernetes-label-selector': 'app=edge',
    'backstage.io/kubernetes-cluster': 'west',
  },
  plain: { 'backstage.io/techdocs-ref': 'dir:.' },
};

const claims = new EntityClaims(
  Object.entries(entities),
  ([, annotations]) => annotations,
);

function claimantsOf(
  labels: Record<string, string>,
  { cluster = 'east', namespace = 'billing' } = {},
) {
  return claims.find({ cluster, namespace, labels }).map(([name]) => name);
}

describe('EntityClaims', () => {
  const id = { 'backstage.io/kubernetes-id': 'payment-service' };

  it('goes by the id before it goes by selectors', () => {
    expect(claimantsOf({ ...id, 'part-of': 'billing' })).toEqual(['payment']);
    expect(claimantsOf({ 'part-of': 'billing' })).toEqual(['umbrella']);
  });

  it('falls back to selectors when nobody has the id', () => {
    expect(
      claimantsOf({
        'backstage.io/kubernetes-id': 'unheard-of',
        'part-of': 'billing',
      }),
    ).toEqual(['umbrella']);
  });

  it('keeps to the namespace and the cluster that an entity names', () => {
    expect(claimantsOf(id, { namespace: 'sandbox' })).toEqual([
      'payment',
      'sandboxed',
    ]);
    expect(claimantsOf({ app: 'edge' })).toEqual([]);
    expect(claimantsOf({ app: 'edge' }, { cluster: 'west' })).toEqual([
      'remote',
    ]);
  });

  it('gives rights by the id alone', () => {
    const object = { cluster: 'east', namespace: 'billing' };
    const names = (labels: Record<string, string>) =>
      claims.findById({ ...object, labels }).map(([name]) => name);

    expect(names({ ...id, 'part-of': 'billing' })).toEqual(['payment']);
    expect(names({ 'part-of': 'billing' })).toEqual([]);
    expect(names({})).toEqual([]);
  });

  it('knows objects of nobody', () => {
    expect(claimantsOf({})).toEqual([]);
  });
});

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
  const object = { cluster, namespace, labels };
  const names = (found: [string, Record<string, string>][]) =>
    found.map(([name]) => name);
  return {
    byId: names(claims.findById(object)),
    bySelector: names(claims.findBySelector(object)),
  };
}

describe('EntityClaims', () => {
  const id = { 'backstage.io/kubernetes-id': 'payment-service' };

  it('finds by the id and by selectors', () => {
    expect(claimantsOf({ ...id, 'part-of': 'billing' })).toEqual({
      byId: ['payment'],
      bySelector: ['umbrella'],
    });
    expect(claimantsOf({ 'part-of': 'billing' })).toEqual({
      byId: [],
      bySelector: ['umbrella'],
    });
  });

  it('keeps to the namespace and the cluster that an entity names', () => {
    expect(claimantsOf(id, { namespace: 'sandbox' }).byId).toEqual([
      'payment',
      'sandboxed',
    ]);
    expect(claimantsOf({ app: 'edge' }).bySelector).toEqual([]);
    expect(
      claimantsOf({ app: 'edge' }, { cluster: 'west' }).bySelector,
    ).toEqual(['remote']);
  });

  it('knows objects of nobody', () => {
    expect(claimantsOf({})).toEqual({ byId: [], bySelector: [] });
  });
});

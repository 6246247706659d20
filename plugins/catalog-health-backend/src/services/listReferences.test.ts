import { listReferences } from './listReferences';

describe('listReferences', () => {
  it('lists what the fields of an entity refer to, by the model', () => {
    expect(
      listReferences({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'shop', namespace: 'web' },
        spec: {
          type: 'service',
          lifecycle: 'production',
          owner: 'team-payments',
          system: 'default/billing',
          dependsOn: ['resource:ledger', 'not a ref:'],
        },
      }),
    ).toEqual(
      expect.arrayContaining([
        { relation: 'ownedBy', targetRef: 'group:web/team-payments' },
        { relation: 'partOf', targetRef: 'system:default/billing' },
        { relation: 'dependsOn', targetRef: 'resource:web/ledger' },
      ]),
    );
  });

  it('lists nothing of a kind that it does not know', () => {
    expect(
      listReferences({
        apiVersion: 'acme.example/v1',
        kind: 'Widget',
        metadata: { name: 'w' },
        spec: { owner: 'team-payments' },
      }),
    ).toEqual([]);
  });
});

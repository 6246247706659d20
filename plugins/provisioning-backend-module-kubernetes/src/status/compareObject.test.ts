import { textOf } from '@atrium/plugin-provisioning-node';
import type { JsonObject } from '@backstage/types';
import { compareObject } from './compareObject';

function cluster(spec?: JsonObject) {
  return {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Cluster',
    metadata: { name: 'ledger', namespace: 'databases' },
    ...(spec && { spec }),
  };
}

describe('compareObject', () => {
  const wanted = cluster({
    instances: 3,
    storage: { size: '20Gi' },
    plugins: [{ name: 'barman' }],
  });

  it.each([
    ['as it is to be, with more', { ...wanted.spec, logLevel: 'info' }, []],
    [
      'another value',
      { ...wanted.spec, instances: 1 },
      ['Cluster databases/ledger: spec.instances is 1, not 3'],
    ],
    [
      'no value, and an empty object',
      { instances: null, storage: {}, plugins: wanted.spec?.plugins ?? [] },
      [
        'Cluster databases/ledger: spec.instances is missing',
        'Cluster databases/ledger: spec.storage.size is missing',
      ],
    ],
    [
      'other items',
      { ...wanted.spec, plugins: [] },
      ['Cluster databases/ledger: spec.plugins has other items'],
    ],
    [
      'an item with another value',
      { ...wanted.spec, plugins: [{ name: 'velero' }] },
      [
        'Cluster databases/ledger: spec.plugins.0.name is "velero", not "barman"',
      ],
    ],
  ])('says what differs of %s', (_, spec, texts) => {
    expect(compareObject(wanted, cluster(spec)).map(textOf)).toEqual(texts);
  });

  it('says that an object or a whole field is missing', () => {
    expect(compareObject(wanted, undefined)).toEqual([
      {
        key: 'provisioning.difference.noObject',
        values: { object: 'Cluster databases/ledger' },
        text: 'Cluster databases/ledger is missing',
      },
    ]);
    expect(compareObject(wanted, cluster())).toMatchObject([
      { text: 'Cluster databases/ledger: spec is missing' },
    ]);
  });
});

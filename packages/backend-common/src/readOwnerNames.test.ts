import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { readOwnerNames } from './readOwnerNames';

function entity(
  kind: string,
  name: string,
  more: Partial<Entity> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    ...more,
    metadata: { name, namespace: 'default', ...more.metadata },
  };
}

function ownedBy(...targets: string[]) {
  return targets.map(targetRef => ({ type: 'ownedBy', targetRef }));
}

const catalog = catalogServiceMock({
  entities: [
    entity('Component', 'payment-service', {
      metadata: { name: 'payment-service', title: 'Payment Service' },
      relations: ownedBy('group:default/team-payments', 'user:default/priya'),
    }),
    entity('Component', 'ledger', {
      relations: ownedBy('group:default/team-payments'),
    }),
    entity('Component', 'orphan'),
    entity('Group', 'team-payments', {
      metadata: {
        name: 'team-payments',
        links: [
          { url: 'https://wiki.example', title: 'Wiki' },
          { url: 'https://chat.example/payments', title: '#payments' },
        ],
      },
      spec: { profile: { displayName: 'Payments', email: 'pay@example.com' } },
    }),
    entity('User', 'priya', {
      spec: {
        profile: { displayName: 'Priya Natarajan', email: 'priya@example.com' },
      },
    }),
  ],
});
const read = (...refs: string[]) =>
  readOwnerNames(refs, { catalog, credentials: mockCredentials.user() });

it('names entities by their titles, and each owner once with where to ask', async () => {
  await expect(
    read('component:default/payment-service', 'component:default/ledger'),
  ).resolves.toEqual({
    name: { list: ['Payment Service', 'ledger'] },
    owners: {
      list: ['Payments (#payments)', 'Priya Natarajan (priya@example.com)'],
    },
  });
});

it('has groups and people answer for themselves, there or not', async () => {
  await expect(
    read('group:default/team-payments', 'group:default/gone'),
  ).resolves.toEqual({
    name: { list: ['Payments', 'gone'] },
    owners: { list: ['Payments (#payments)', 'gone'] },
  });
});

it('sends people to the administrators where nobody owns it', async () => {
  await expect(
    read('component:default/orphan', 'component:default/gone'),
  ).resolves.toEqual({
    name: { list: ['orphan', 'gone'] },
    owners: { list: [{ key: 'common.administrators' }] },
  });
});

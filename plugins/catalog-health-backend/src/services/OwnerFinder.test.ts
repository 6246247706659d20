import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { FoundProblem } from './FoundProblem';
import { OwnerFinder } from './OwnerFinder';

const owned = (statedOwner: string): FoundProblem => ({
  finding: { kind: 'invalid', severity: 'error', message: '', advice: '' },
  place: { repository: 'acme/shop', path: 'catalog-info.yaml' },
  statedOwner,
  mayPass: false,
});

it('asks the catalog for no owner that nothing can be called', async () => {
  const catalog = catalogServiceMock({
    entities: [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Group',
        metadata: { name: 'payments' },
      },
    ],
  });
  const asked = jest.spyOn(catalog, 'getEntitiesByRefs');
  const finder = new OwnerFinder({
    auth: mockServices.auth(),
    catalog,
    entities: { list: async () => [] },
    pushers: { find: async () => [] },
    repositoryOwners: [],
    platformTeamRef: 'group:default/platform',
  });
  const found = await finder.find(
    ['payments', 'a\0b', 'a\ud83d', 'team payments'].map(owned),
  );
  expect(found.map(({ ownerRef }) => ownerRef)).toEqual([
    'group:default/payments',
    'group:default/platform',
    'group:default/platform',
    'group:default/platform',
  ]);
  expect(asked.mock.calls.flatMap(([{ entityRefs }]) => entityRefs)).toEqual([
    'group:default/payments',
  ]);
});

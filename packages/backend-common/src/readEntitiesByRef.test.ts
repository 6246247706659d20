import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { readEntitiesByRef } from './readEntitiesByRef';

it('reads any number of entities, and leaves out what is not there', async () => {
  const entities = Array.from({ length: 600 }, (_, index) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { namespace: 'default', name: `service-${index}` },
  }));
  const refs = entities.map(
    ({ metadata }) => `component:default/${metadata.name}`,
  );
  const found = await readEntitiesByRef(
    [...refs, 'component:default/gone', refs[0]],
    {
      catalog: catalogServiceMock({ entities }),
      credentials: mockCredentials.service(),
      fields: ['kind', 'metadata'],
    },
  );
  expect([...found.keys()]).toEqual(refs);
  expect(found.get(refs[599])?.metadata.name).toBe('service-599');
});

import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { sampleComponent } from '../../__testUtils__/sampleEntities';
import { findReferringEntities } from './findReferringEntities';

const entityOf = (
  kind: string,
  name: string,
  relation: string,
  ref: string,
) => ({
  ...sampleComponent(name, { relations: [[relation, ref]] }),
  kind,
});

describe('findReferringEntities', () => {
  it('finds whose facts depend on an entity that came', async () => {
    const catalog = catalogServiceMock({
      entities: [
        entityOf('Group', 'payments', 'ownerOf', 'component:default/shop'),
        entityOf('System', 'billing', 'hasPart', 'component:default/till'),
        entityOf('API', 'orders', 'apiProvidedBy', 'component:default/orders'),
        entityOf('Component', 'shop', 'dependsOn', 'component:default/till'),
      ],
    });
    const found = await findReferringEntities(
      [
        'group:default/payments',
        'system:default/billing',
        'api:default/orders',
        'component:default/shop',
        'user:default/gone',
      ],
      { auth: mockServices.auth(), catalog },
    );
    expect(found).toEqual([
      'component:default/shop',
      'component:default/till',
      'component:default/orders',
    ]);
  });
});

import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createActionContext } from '../__testUtils__/createActionContext';
import { createCatalogCheckAvailableAction } from './createCatalogCheckAvailableAction';

describe('catalog:check-available', () => {
  const action = createCatalogCheckAvailableAction({
    catalog: catalogServiceMock({
      entities: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'payment-service', namespace: 'default' },
          spec: { owner: 'team-payments' },
        },
      ],
    }),
  });

  it('lets a new name pass', async () => {
    const ctx = await createActionContext({
      entityRefs: ['component:default/new', 'api:default/payment-service'],
    });
    await expect(action.handler(ctx)).resolves.toBeUndefined();
  });

  it('names the entity that is in the way and its owner', async () => {
    const ctx = await createActionContext({
      entityRefs: ['api:default/new', 'component:payment-service'],
    });
    await expect(action.handler(ctx)).rejects.toMatchObject({
      name: 'ConflictError',
      message:
        "The catalog already has 'component:default/payment-service', owned by 'team-payments'. Choose another name.",
    });
  });
});

import type { Entity } from '@backstage/catalog-model';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { loadApis } from './loadApis';

const team: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'team-payments', namespace: 'default' },
  spec: { profile: { displayName: 'Payments' } },
};

const service: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'payment-service',
    namespace: 'default',
    title: 'Payment Service',
  },
};

const paymentApi: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'API',
  metadata: { name: 'payment-api', namespace: 'default', tags: ['pci'] },
  spec: {
    type: 'OpenAPI',
    lifecycle: 'production',
    definition: 'five megabytes',
  },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/team-payments' },
    { type: 'partOf', targetRef: 'system:default/billing' },
    { type: 'apiProvidedBy', targetRef: 'component:default/payment-service' },
    { type: 'apiConsumedBy', targetRef: 'component:default/a' },
    { type: 'apiConsumedBy', targetRef: 'component:default/b' },
  ],
};

describe('loadApis', () => {
  it('reads APIs without their definitions and names what they relate to', async () => {
    const catalogApi = catalogApiMock({
      entities: [team, service, paymentApi],
    });
    const streamEntities = jest.spyOn(catalogApi, 'streamEntities');
    await expect(loadApis(catalogApi)).resolves.toEqual([
      {
        id: 'api:default/payment-api',
        name: 'payment-api',
        title: 'payment-api',
        description: '',
        tags: ['pci'],
        type: 'openapi',
        typeTitle: 'OpenAPI',
        lifecycle: 'production',
        owner: { entityRef: 'group:default/team-payments', title: 'Payments' },
        // Hidden from this person or gone: its name is all there is.
        system: { entityRef: 'system:default/billing', title: 'billing' },
        providers: [
          {
            entityRef: 'component:default/payment-service',
            title: 'Payment Service',
          },
        ],
        consumerCount: 2,
      },
    ]);
    expect(streamEntities.mock.calls[0][0]?.fields).not.toContain(
      'spec.definition',
    );
  });

  it('takes a few requests for 2,000 APIs', async () => {
    const entities = Array.from({ length: 2_000 }, (_, index) => ({
      ...paymentApi,
      metadata: { name: `api-${index}`, namespace: 'default' },
    }));
    const catalogApi = catalogApiMock({ entities });
    const queryEntities = jest.spyOn(catalogApi, 'queryEntities');
    const byRefs = jest.spyOn(catalogApi, 'getEntitiesByRefs');
    await expect(loadApis(catalogApi)).resolves.toHaveLength(2_000);
    expect(
      queryEntities.mock.calls.length + byRefs.mock.calls.length,
    ).toBeLessThanOrEqual(6);
  });
});

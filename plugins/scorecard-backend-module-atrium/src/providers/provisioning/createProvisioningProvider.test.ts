import { freezeTime } from '@atrium/backend-common/testUtils';
import type { ProvisionedResource } from '@atrium/plugin-provisioning-common';
import { mockServices } from '@backstage/backend-test-utils';
import { collectFacts } from '../../__testUtils__/collectFacts';
import { sampleComponent } from '../../__testUtils__/sampleEntities';
import { createProvisioningProvider } from './createProvisioningProvider';

function resource(change: Partial<ProvisionedResource>): ProvisionedResource {
  return {
    id: 'r',
    catalogRef: 'resource:default/r',
    type: 'postgres',
    class: 'default',
    name: 'r',
    providerName: 'r',
    environment: 'production',
    entityRefs: ['component:default/shop'],
    ownerRef: 'group:default/team-payments',
    definition: 'postgres',
    driver: 'servers',
    plan: 'small',
    parameters: {},
    state: 'ready',
    isSuspended: false,
    deletion: 'delete',
    drift: { checkedAt: '2026-11-28T09:00:00Z', differences: [] },
    createdAt: '2026-11-01T00:00:00Z',
    updatedAt: '2026-11-01T00:00:00Z',
    ...change,
  };
}

const lease = (endsAt: string) => ({
  lease: { endsAt, removedAt: '2026-12-31T00:00:00Z', maximumDays: 30 },
});

describe('createProvisioningProvider', () => {
  beforeAll(() => freezeTime('2026-11-28T12:00:00Z'));
  afterAll(() => {
    jest.useRealTimers();
  });

  it('sums up the resources of each component, page by page', async () => {
    const getResources = jest
      .fn()
      .mockResolvedValueOnce({
        items: [
          resource(lease('2026-12-01T13:00:00Z')),
          resource({
            type: 'queue',
            ...lease('2026-11-28T11:00:00Z'),
            drift: {
              checkedAt: '2026-11-28T09:00:00Z',
              differences: ['The size differs'],
            },
            entityRefs: ['component:default/shop', 'component:default/cart'],
          }),
        ],
        totalItems: 3,
        nextCursor: 'more',
      })
      .mockResolvedValueOnce({
        items: [
          resource({
            state: 'failed',
            drift: { differences: [] },
            entityRefs: ['component:default/cart'],
          }),
        ],
        totalItems: 3,
      });
    const provider = createProvisioningProvider({
      auth: mockServices.auth(),
      provisioning: { getResources },
    });
    const facts = await collectFacts(
      provider,
      ['shop', 'cart', 'bare'].map(name => sampleComponent(name)),
    );
    expect(facts.get('component:default/shop')?.values).toEqual({
      resources: 2,
      types: ['postgres', 'queue'],
      drifted: 1,
      expired: 1,
      daysUntilNextExpiry: 0,
      needsAttention: 0,
    });
    // One of its resources was never compared, so nobody knows about drift.
    expect(facts.get('component:default/cart')?.values).toEqual({
      resources: 2,
      types: ['postgres', 'queue'],
      expired: 1,
      daysUntilNextExpiry: 0,
      needsAttention: 1,
    });
    expect(facts.get('component:default/bare')?.values).toMatchObject({
      resources: 0,
      drifted: 0,
    });
    expect(getResources).toHaveBeenCalledTimes(2);
  });
});

import { toRecentThings } from './RecentThing';

const minute = (n: number) => Date.UTC(2026, 10, 25, 9, n);

describe('toRecentThings', () => {
  it('lists each entity and each documentation once, where it was left', () => {
    expect(
      toRecentThings([
        {
          pathname: '/catalog/default/component/billing-service',
          timestamp: minute(1),
        },
        {
          pathname: '/docs/default/component/payment-service/life-cycle',
          timestamp: minute(2),
        },
        {
          pathname: '/catalog/default/Component/billing-service/delivery',
          timestamp: minute(3),
        },
        {
          pathname: '/catalog/default/component/payment-service/docs/refunds',
          timestamp: minute(4),
        },
      ]),
    ).toEqual([
      {
        entityRef: 'component:default/payment-service',
        part: 'docs',
        href: '/catalog/default/component/payment-service/docs/refunds',
        visitedAt: '2026-11-25T09:04:00.000Z',
      },
      {
        entityRef: 'component:default/billing-service',
        part: 'entity',
        href: '/catalog/default/Component/billing-service/delivery',
        visitedAt: '2026-11-25T09:03:00.000Z',
      },
    ]);
  });

  it('leaves out pages that belong to no entity', () => {
    expect(
      toRecentThings([
        { pathname: '/catalog', timestamp: minute(1) },
        { pathname: '/create/tasks/1', timestamp: minute(2) },
      ]),
    ).toEqual([]);
  });
});

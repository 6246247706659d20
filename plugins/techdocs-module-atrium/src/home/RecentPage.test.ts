import { pageTitle, toRecentPages } from './RecentPage';

const monday = Date.UTC(2026, 10, 23, 8);
const tuesday = Date.UTC(2026, 10, 24, 8);

describe('toRecentPages', () => {
  it('takes pages of the reader and of the tab of an entity', () => {
    expect(
      toRecentPages([
        {
          pathname: '/docs/default/component/payment-service/runbook/',
          timestamp: monday,
        },
        {
          pathname: '/catalog/default/component/cart-service/docs/guides/run',
          timestamp: tuesday,
        },
      ]),
    ).toEqual([
      {
        entityRef: 'component:default/cart-service',
        path: 'guides/run',
        readAt: '2026-11-24T08:00:00.000Z',
      },
      {
        entityRef: 'component:default/payment-service',
        path: 'runbook',
        readAt: '2026-11-23T08:00:00.000Z',
      },
    ]);
  });

  it('names a page once, at its last visit', () => {
    const pages = toRecentPages([
      { pathname: '/docs/default/Component/Web', timestamp: monday },
      { pathname: '/docs/default/component/web/', timestamp: tuesday },
    ]);
    expect(pages).toEqual([
      {
        entityRef: 'component:default/web',
        path: '',
        readAt: '2026-11-24T08:00:00.000Z',
      },
    ]);
  });

  it.each([
    '/docs',
    '/catalog/default/component/web',
    '/catalog/default/component/web/docs-of-old',
    '/create',
  ])('leaves out %s', pathname => {
    expect(toRecentPages([{ pathname, timestamp: monday }])).toEqual([]);
  });
});

describe('pageTitle', () => {
  it.each([
    ['runbook', 'Runbook'],
    ['guides/refund-a-payment', 'Guides › Refund a payment'],
    ['caf%C3%A9', 'Café'],
    ['100%', '100%'],
  ])('says %s as %s', (path, title) => {
    expect(pageTitle(path)).toBe(title);
  });
});

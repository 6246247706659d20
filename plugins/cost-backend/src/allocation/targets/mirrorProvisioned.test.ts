import { mockServices } from '@backstage/backend-test-utils';
import { mirrorProvisioned } from './mirrorProvisioned';

it('reads all pages in an order that a change does not move a resource in', async () => {
  const getResources = jest
    .fn()
    .mockResolvedValueOnce({
      items: [
        { providerName: 'orders-db', catalogRef: 'Resource:default/Orders' },
      ],
      nextCursor: 'more',
    })
    .mockResolvedValueOnce({
      items: [
        { providerName: 'shop-queue', catalogRef: 'resource:default/shop' },
      ],
    });
  const saveProvisioned = jest.fn(async () => true);
  const hasOthers = await mirrorProvisioned({
    auth: mockServices.auth(),
    provisioning: { getResources },
    worlds: { saveProvisioned },
  });
  expect(hasOthers).toBe(true);
  expect(getResources.mock.calls.map(([query]) => query)).toEqual([
    { limit: 200, cursor: undefined, sort: 'name' },
    { limit: 200, cursor: 'more', sort: 'name' },
  ]);
  expect(saveProvisioned.mock.calls).toEqual([
    [
      new Map([
        ['orders-db', 'resource:default/orders'],
        ['shop-queue', 'resource:default/shop'],
      ]),
    ],
  ]);
});

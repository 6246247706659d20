import { hitAddress } from './hitAddress';

const location = '/docs/default/component/shop/guides/refund/#fees';

it.each([
  ['/docs/default/component/shop', '', '/docs/default/component/shop'],
  ['/docs/default/component/shop/', '', '/docs/default/component/shop'],
  [
    '/docs/default/component/shop/guides/other/',
    'guides/other/',
    '/docs/default/component/shop',
  ],
  [
    '/catalog/default/component/shop/docs/guides',
    'guides',
    '/catalog/default/component/shop/docs',
  ],
])('stays in the reader at %p', (pathname, path, start) => {
  expect(hitAddress(location, { pathname, path, term: 'a fee' })).toBe(
    `${start}/guides/refund/?h=a+fee#fees`,
  );
});

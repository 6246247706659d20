import { pagePathSchema, toPagePath } from './pagePath';

it.each([
  ['', ''],
  ['/', ''],
  ['index.html', ''],
  ['guides/refund', 'guides/refund/'],
  ['/guides/refund/', 'guides/refund/'],
  ['guides/refund/index.html', 'guides/refund/'],
  ['guides/r%C3%BCckgabe/', 'guides/rückgabe/'],
  ['100%/', '100%/'],
  ['guides/myindex.html', 'guides/myindex.html/'],
])('writes %p as %p', (path, written) => {
  expect(toPagePath(path)).toBe(written);
});

it.each(['../secret', 'a/%2e%2e/b', 'a\\b', 'a?b', 'a%00b', 'x'.repeat(501)])(
  'refuses %p',
  path => {
    expect(pagePathSchema.safeParse(path).success).toBe(false);
  },
);

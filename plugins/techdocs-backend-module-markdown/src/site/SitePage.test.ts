import { pageUrl, relativeUrl } from './SitePage';

it.each([
  ['index.md', ''],
  ['README.md', ''],
  ['install.md', 'install/'],
  ['guide/index.md', 'guide/'],
  ['guide/Set up.md', 'guide/Set up/'],
])('shows %s at %j', (docPath, url) => {
  expect(pageUrl(docPath)).toBe(url);
});

it.each([
  ['', '', './'],
  ['', 'a/', 'a/'],
  ['a/', '', '../'],
  ['a/', 'a/', './'],
  ['a/b/', 'a/c/', '../c/'],
  ['a/b/', 'img/x y.png', '../../img/x%20y.png'],
  ['a/', 'a/x.png', 'x.png'],
])('goes from %j to %j by %s', (from, to, expected) => {
  expect(relativeUrl(from, to)).toBe(expected);
});

import { readSlugStyle, slugify } from './slugs';

// Worked out by hand from the code of Python-Markdown 3.7 and pymdown-extensions 10.
it.each([
  ['Žlutý kůň', 'ascii', 'zluty-kun'],
  ['部署服务', 'ascii', ''],
  ['RMQ 问题', 'ascii', 'rmq'],
  ['Réglages – avancés', 'ascii', 'reglages-avances'],
  ['Žlutý  kůň', 'unicode', 'žlutý-kůň'],
  ['部署 API', 'unicode', '部署-api'],
  ['部署 API & SDK', 'lower', '部署-api--sdk'],
  ['vector<bool>', 'lower', 'vector'],
  ['vector<bool>', 'ascii', 'vectorbool'],
  ['ÄB Cd', 'lower-ascii', 'Äb-cd'],
  ['ÄB Cd', 'none', 'ÄB-Cd'],
  ['部署服务', 'readable', '部署服务'],
  ['RMQ 问题', 'readable', 'rmq'],
] as const)(
  'makes of %j in the style %s the anchor %j',
  (text, style, slug) => {
    expect(slugify(text, style)).toBe(slug);
  },
);

it.each([
  ['How  fees work-out', 'ascii', '_', 'how_fees_work-out'],
  ['How fees__work', 'unicode', '_', 'how_fees_work'],
  ['How  fees work-out', 'lower', '_', 'how__fees_work-out'],
  ['How fees', 'ascii', '', 'howfees'],
  ['How fees', 'ascii', ']', 'how]fees'],
] as const)(
  'parts the words of %j in the style %s by %j',
  (text, style, separator, slug) => {
    expect(slugify(text, style, separator)).toBe(slug);
  },
);

it.each([
  ['pymdownx.slugs.uslugify', 'lower'],
  ['pymdownx.slugs.gfm', 'lower-ascii'],
  ['markdown.extensions.toc.slugify_unicode', 'unicode'],
  ['pymdownx.slugs.slugify', 'none'],
  [{ kwds: { case: 'lower' } }, 'lower'],
  [{ kwds: { percent_encode: true } }, 'none'],
  ['toString', undefined],
  [undefined, undefined],
])('reads %j', (setting, style) => {
  expect(readSlugStyle(setting)).toBe(style);
});

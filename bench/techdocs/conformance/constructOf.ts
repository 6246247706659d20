import type { Difference } from './compareContent.ts';

/** What a differing line is about, the first that fits. */
const CONSTRUCTS: [
  name: string,
  pattern: RegExp,
  aspect?: Difference['aspect'],
][] = [
  ['blocks (///)', /(?:^|\s)\/{3,}(?:\s|$)/],
  ['icons', /:(?:material|octicons|fontawesome|simple)-/],
  ['icons', /./, 'icons'],
  ['snippets', /-+8<-+/],
  ['critic marks', /\{(?:\+\+|--|~~|==|>>)/],
  ['keys', /\+\+[\w+"-]+\+\+/],
  ['attribute lists', /\{:? ?[.#][\w-]|\{:? ?\w+=/],
  ['HTML', /<\/?[a-z][\w-]*[ >]/],
  ['definition lists', /(?:^|> )d[dt] > /],
  ['admonitions', /(?:^|> )(?:admonition|open|closed)/],
  ['tabs', /tabbed-/],
  ['footnotes', /footnote/],
  ['lists', /(?:ul|ol)\.li/],
  ['headings', /./, 'headings'],
  ['links', /./, 'links'],
  ['images', /./, 'images'],
  ['tables', /./, 'tables'],
  ['code', /./s, 'code'],
];

/** The construct of Markdown that a difference most likely comes from. */
export function constructOf({ aspect, line }: Difference): string {
  const found = CONSTRUCTS.find(
    ([, pattern, only]) =>
      (only === undefined ? aspect !== 'code' : only === aspect) &&
      pattern.test(line),
  );
  return found?.[0] ?? 'text';
}

import { renderFragment } from '../__testUtils__/renderFragment';
import { plainDialect } from './MarkdownDialect';

/** What CommonMark reads otherwise than Python-Markdown and its extensions. */
const cases: [name: string, source: string, expected: string][] = [
  [
    'Markdown inside raised text, and a list behind it',
    'CSS^[†](#note)^{#back} and H~2~O',
    '<p>CSS<sup id="back"><a href="#note">†</a></sup> and H<sub>2</sub>O</p>\n',
  ],
  [
    'words behind a comment that starts a line',
    'Superseded by\n<!-- md:version 6 -->, as *text*\ngoes on',
    '<p>Superseded by</p>\n<p>, as <em>text</em>\ngoes on</p>\n',
  ],
  [
    'Markdown in an element on one line',
    '<figcaption markdown>A *plan*</figcaption>\n',
    '<figcaption>\nA <em>plan</em></figcaption>\n',
  ],
  [
    'a box without a space behind its mark',
    '!!!note\n    Text\n',
    '<div class="admonition note">\n<p class="admonition-title">Note</p>\n<p>Text</p>\n</div>\n',
  ],
  [
    'code without the spaces at its ends',
    '`Bearer ` and ` ```lang` and ` `',
    '<p><code>Bearer</code> and <code>```lang</code> and <code> </code></p>\n',
  ],
  [
    'the indent that lines of a raw element share',
    '/// html | pre\n\n    a\n      b\n\n    c\n///\n',
    '<pre>\na\n  b\n\nc</pre>\n',
  ],
];

it.each(cases)('reads %s', (_name, source, expected) => {
  const { html } = renderFragment(source);
  expect(html.replace(/^\n+/, '').replace(/\n{2,}(?=<)/g, '\n')).toBe(expected);
});

it('counts to a note all lines up to an empty one', () => {
  const { html } = renderFragment(
    'a[^1]\n\n[^1]:\n  The note\n  goes on.\n\nAfter\n',
  );
  expect(html).toMatch(/<li id="fn:1"><p>The note\s+goes on\./);
  expect(html).toContain('<p>After</p>');
});

it('draws an environment of TeX, and code of the language math', () => {
  const { html, warnings } = renderFragment(
    '\\begin{align}\na & = b\n\\end{align}\n\n`#!math x^2`',
    { dialect: { ...plainDialect, hasBackslashMath: true } },
  );
  expect(warnings).toEqual([]);
  expect(html.split('<math').length).toBe(3);
  expect(html).not.toContain('begin{align}');
});

import { renderFragment } from '../__testUtils__/renderFragment';
import { readDialect } from '../site/readDialect';

function render(
  source: string,
  extensions: Record<string, Record<string, unknown>>,
) {
  const { html } = renderFragment(source, {
    dialect: readDialect(new Map(Object.entries(extensions))),
  });
  return html;
}

// From the documentation and the tests of Python-Markdown's smarty.
it.each([
  ['"quoted" text', '“quoted” text'],
  [`'quoted' text`, '‘quoted’ text'],
  [
    `'Quoted "words" in a larger quote.'`,
    '‘Quoted “words” in a larger quote.’',
  ],
  [`1440--80's`, '1440–80’s'],
  [`Class of '80s`, 'Class of ’80s'],
  ['em-dashes (---) and ellipses (...)', 'em-dashes (—) and ellipses (…)'],
  ['"[Link](http://example.com)" he said', '“Link” he said'],
  ['`"code" -- ...`', '&quot;code&quot; -- ...'],
])('sets %s as smarty does', (source, expected) => {
  const html = render(source, { smarty: {} });
  expect(html.replace(/<[^>]+>/g, '').trim()).toBe(expected);
});

it('leaves the punctuation that a site does not want', () => {
  const html = render('"a" -- b...', {
    smarty: { smart_quotes: false, smart_ellipses: false },
  });
  expect(html).toContain('<p>&quot;a&quot; – b...</p>');
});

it('breaks lines where they end, with nl2br', () => {
  expect(render('a\nb', { nl2br: {} })).toBe('<p>a<br>\nb</p>\n');
  expect(render('a\nb', {})).toBe('<p>a\nb</p>\n');
});

it('hides a backslash in front of any character, with escapeall', () => {
  const source = '\\W\\e\\ \\c\\a\\n\\ \\❤\\😄 \\<b>';
  expect(render(source, { 'pymdownx.escapeall': { nbsp: true } })).toBe(
    '<p>We\u00A0can\u00A0❤😄 &lt;b&gt;</p>\n',
  );
  expect(render('a\\ b', {})).toBe('<p>a\\ b</p>\n');
});

it('makes anchors as pymdownx.slugs does where toc asks for it', () => {
  const source = '# Contributing & Support';
  const slugify = { kwds: { case: 'lower' } };
  expect(render(source, { toc: { slugify } })).toContain(
    'id="contributing--support"',
  );
  expect(render(source, { tables: {} })).toContain('id="contributing-support"');
});

it('draws progress bars, and none that are wider than full', () => {
  const extensions = { 'pymdownx.progressbar': {} };
  expect(render('[=85% "85%"]{: .candystripe}', extensions)).toContain(
    '<div class="progress progress-80plus candystripe"><div class="progress-bar" style="width:85.00%"><p class="progress-label">85%</p></div></div>',
  );
  expect(render("[= 6/4 '<b>']", extensions)).toContain(
    'style="width:100.00%"><p class="progress-label">&lt;b&gt;</p>',
  );
  expect(render('[=85% "85%"]', {})).toContain('[=85%');
});

it('takes the last of two definitions of an address', () => {
  const html = render(
    '[a] and [A][]\n\n[a]: https://one.example\n\n> [a]: https://two.example\n',
    {},
  );
  expect(html.match(/href="[^"]*"/g)).toEqual([
    'href="https://two.example"',
    'href="https://two.example"',
  ]);
});

it('reads attributes without a value, and escaped characters in an anchor', () => {
  const html = render(
    '# 6.0 {: #\\6.0}\n\n## Files { data-search-exclude }\n\n## Kept \\{ .a }\n',
    { 'pymdownx.escapeall': {} },
  );
  expect(html).toContain('<h1 id="6.0">6.0<');
  expect(html).toContain('<h2 data-search-exclude="" id="files">Files<');
  expect(html).toContain('Kept { .a }');
});

it('keeps what follows a set of tabs outside of it beside raw HTML', () => {
  const html = render(
    '<!-- a -->\n\n!!! note "x"\n\n    === "A"\n\n        a\n\nEnd\n',
    {},
  );
  expect(html.split('<div').length).toBe(html.split('</div>').length);
  expect(html.trimEnd().endsWith('</div></div>\n</div>\n<p>End</p>')).toBe(
    true,
  );
});

it('knows people by the names of mkdocs-material', () => {
  expect(
    render(
      ':man_raising_hand: :woman_in_lotus_position: :man_flying_a_kite:',
      {},
    ),
  ).toBe('<p>🙋‍♂️ 🧘‍♀️ :man_flying_a_kite:</p>\n');
});

it('names keys as pymdownx does', () => {
  const html = render('++comma++ ++pg-up++ ++lbutton++', {});
  expect(html.match(/<kbd[^>]*>[^<]*<\/kbd>/g)).toEqual([
    '<kbd class="key-comma">,</kbd>',
    '<kbd class="key-page-up">Page Up</kbd>',
    '<kbd class="key-left-button">Left Button</kbd>',
  ]);
});

it('makes the anchors of Python-Markdown, and keeps scripts that leave it none', () => {
  const html = render('# Über Größe\n\n## 中文搜索\n\n## Search – 中文\n', {});
  expect(html.match(/id="[^"]*"/g)).toEqual([
    'id="uber-groe"',
    'id="中文搜索"',
    'id="search"',
  ]);
});

it('names headings without a Latin letter by their number, as mkdocs does', () => {
  const source = '# 部署\n\n# 回滚 API\n\n# 监控';
  expect(render(source, { tables: {} })).toMatch(
    /id="_1">部署[\s\S]*id="api">回滚[\s\S]*id="_2">监控/,
  );
  // A folder without settings names nothing that other pages could link to.
  expect(render(source, {})).toContain('id="部署"');
});

// CommonMark leaves the stars of all but the last.
it.each([
  ['その場で**「削除」**します。', 'その場で<strong>「削除」</strong>します。'],
  ['**인증서(certificate)**를', '<strong>인증서(certificate)</strong>를'],
  ['*经典*的**“协程”**。', '<em>经典</em>的<strong>“协程”</strong>。'],
  ['使用**`scope`**字段', '使用<strong><code>scope</code></strong>字段'],
  ['2 * 3 ** 4 *', '2 * 3 ** 4 *'],
  ['a **b** c', 'a <strong>b</strong> c'],
])('reads the stars of %s', (source, expected) => {
  expect(render(source, { tables: {} })).toBe(`<p>${expected}</p>\n`);
});

it.each(['2*(3+4)*5', 'その場で**「削除」**します'])(
  'leaves the stars of %s, as GitHub does, where no mkdocs is',
  source => {
    expect(render(source, {})).toBe(`<p>${source}</p>\n`);
  },
);

it.each([
  ['[Plan](floor plan.md)', '<a href="floor%20plan.md">Plan</a>'],
  [
    '[Plan]( my plan (2).md "The plan" )',
    '<a href="my%20plan%20(2).md" title="The plan">Plan</a>',
  ],
  ['![Plan](a b.png) c)', '<img src="a%20b.png" alt="Plan"> c)'],
  ['[Plan](<a b.md>)', '<a href="a%20b.md">Plan</a>'],
  ['[a](b c', '[a](b c'],
  ['[a](java\tscript:b)', '[a](java\tscript:b)'],
])('takes the spaces of %s for part of the address', (source, expected) => {
  expect(render(source, { tables: {} })).toBe(`<p>${expected}</p>\n`);
});

it('shows an address as it is written', () => {
  expect(render('<https://xn--e1afmkfd.example/%22a%22>', {})).toContain(
    '>https://xn--e1afmkfd.example/%22a%22</a>',
  );
});

it('takes fields at the top of a page, which mkdocs shows nowhere', () => {
  const source = 'title: Plan\nauthors: Ada\n    Ben\n\nText\n';
  const { html, title } = renderFragment(source, {
    dialect: readDialect(new Map([['tables', {}]])),
  });
  expect([html, title]).toEqual(['<p>Text</p>\n', 'Plan']);
  expect(render(source, {})).toContain('title: Plan');
});

it('reads badges beside a heading as no part of what it says', () => {
  const { html, title } = renderFragment(
    '# Portal [![Build](b.svg)](ci)\n\n# ![Logo](l.svg)',
  );
  expect(title).toBe('Portal');
  expect(html).toContain('id="portal"');
  expect(html).toContain('id="logo"');
});

it('numbers notes as they are referred to, or defined where a site asks for it', () => {
  const source = '[^b] [^a]\n\n[^a]: A\n[^b]: B';
  const numbersOf = (footnotes: Record<string, unknown>) =>
    [...render(source, { footnotes }).matchAll(/href="#fn:(\w)">(\d)/g)].map(
      ([, name, number]) => `${name}${number}`,
    );
  expect(numbersOf({})).toEqual(['b1', 'a2']);
  expect(numbersOf({ USE_DEFINITION_ORDER: true })).toEqual(['b2', 'a1']);
});

it('shows a note that nothing refers to behind the others, as mkdocs does', () => {
  const source = '[^b]\n\n[^a]: A\n[^b]: B\n[^c]: C';
  const notesOf = (
    text: string,
    extensions: Record<string, Record<string, unknown>>,
  ) =>
    [...render(text, extensions).matchAll(/<li id="fn:(\w)"/g)].map(
      ([, name]) => name,
    );
  expect(notesOf(source, { footnotes: {} })).toEqual(['b', 'a', 'c']);
  expect(
    notesOf(source, { footnotes: { USE_DEFINITION_ORDER: true } }),
  ).toEqual(['a', 'b', 'c']);
  expect(notesOf('Text\n\n[^a]: A', { tables: {} })).toEqual(['a']);
  // GitHub leaves it out.
  expect(notesOf(source, {})).toEqual(['b']);
});

it('ends an item of a list in a box where a line stands to its left', () => {
  const list = '1. a\n\n    b\n2. c';
  const boxed = `!!! note\n\n    ${list.replaceAll('\n', '\n    ')}`;
  expect(render(boxed, { tables: {} })).toMatch(
    /<p>b<\/p>\s*<\/li>\s*<li>\s*c/,
  );
  expect(render(list, { tables: {} })).toContain('<p>b\n2. c</p>');
});

it('ends no cell of a table in code, where mkdocs does not', () => {
  const table = '| a | b |\n| - | - |\n| `|` | ``x || y`` |\n| `a \\| b` | c |';
  const cellsOf = (extensions: Record<string, Record<string, unknown>>) =>
    [...render(table, extensions).matchAll(/<td>(.*?)<\/td>/g)].map(
      ([, cell]) => cell,
    );
  expect(cellsOf({ tables: {} })).toEqual([
    '<code>|</code>',
    '<code>x || y</code>',
    '<code>a | b</code>',
    'c',
  ]);
  expect(cellsOf({})).toEqual(['`', '`', '<code>a | b</code>', 'c']);
  const tabbed = render('| a | b |\n| -\t| - |\n| `|` | c |', { tables: {} });
  expect(tabbed).toContain('<td><code>|</code></td>');
});

// Checked with Python-Markdown 3.7 and pymdown-extensions 10.13.
it('leaves the symbols and marks that a site has switched off', () => {
  const source = '(c) 1/2 --> 2nd a~b~ ~~c~~ d^e^ ^^f^^';
  const off = { subscript: false, superscript: false, insert: false };
  expect(
    render(source, {
      'pymdownx.smartsymbols': {
        fractions: false,
        arrows: false,
        ordinal_numbers: false,
      },
      'pymdownx.tilde': { ...off, delete: false },
      'pymdownx.caret': off,
    }),
  ).toBe('<p>© 1/2 --&gt; 2nd a~b~ ~~c~~ d^e^ ^^f^^</p>\n');
  expect(render('a~b~ ~~c~~ d^e^ ^^f^^', { tables: {} })).toBe(
    '<p>a<sub>b</sub> <s>c</s> d<sup>e</sup> <ins>f</ins></p>\n',
  );
});

it('starts at the level, and lists the levels, that toc says', () => {
  const source = '# A b\n\n## C\n\n### D\n\n###### E\n\n[TOC]\n';
  const html = render(source, {
    toc: { baselevel: 2, toc_depth: '3-4', separator: '_' },
  });
  expect(html.match(/<h\d id="[^"]*"|<\/h\d>|<a href="[^"]*"/g)).toEqual([
    ...['<h2 id="a_b"', '</h2>', '<h3 id="c"', '</h3>', '<h4 id="d"', '</h4>'],
    ...['<h6 id="e"', '</h6>', '<a href="#c"', '<a href="#d"'],
  ]);
});

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
  expect(render(source, {})).toContain('id="contributing-support"');
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

/* eslint-disable no-script-url -- these are the addresses under test */
import fc from 'fast-check';
import { renderFragment } from '../__testUtils__/renderFragment';
import { readDialect } from '../site/readDialect';
import { iconSvg } from './iconSets';
import { isSafeAddress } from './links';
import { plainDialect } from './MarkdownDialect';

const inert: [name: string, source: string, gone: RegExp][] = [
  ['scripts', '<script>alert(1)</script>\n\ntext', /script|alert/i],
  ['event handlers', '<img src="a.png" onerror="alert(1)">', /onerror/i],
  ['inline event handlers', 'a <b onclick=alert(1)>b</b>', /onclick/i],
  ['styles', '<style>* { display: none }</style>', /style|display/i],
  ['frames', '<iframe src="https://evil.example"></iframe>', /iframe/i],
  ['forms', '<form action="https://evil.example"><input></form>', /form|input/],
  ['SVG', '<svg><a href="javascript:alert(1)">x</a></svg>', /svg|javascript/i],
  ['words of SVG', '<svg><g><text>words</text></g></svg>', /words|text/],
  ['meta refresh', '<meta http-equiv="refresh" content="0">', /meta/i],
  ['links that run script', '[x](javascript:alert(1))', /href/],
  [
    'links with a tab inside',
    '[x](<java\tscript:alert(1)>)',
    /href="javascript/i,
  ],
  ['HTML links that run script', '<a href="jAvAscript:alert(1)">x</a>', /scr/i],
  ['encoded schemes', '<a href="java&#115;cript:alert(1)">x</a>', /cript:/i],
  ['data links', '[x](data:text/html;base64,PHNjcmlwdD4=)', /href/],
  ['data images in HTML', '<img src="data:image/svg+xml,<svg/>">', /data:/],
  ['vbscript', '[x](vbscript:x)', /href/],
  ['styles that cover the page', '<p style="position:fixed">x</p>', /fixed/],
  ['handlers by attribute list', '**x**{ onclick="alert(1)" }', /onclick/],
  ['styles by attribute list', '**x**{ style="position:fixed" }', /style/],
  ['scripts in tab titles', '=== "<script>a()</script>"\n    x', /<script/],
  ['scripts in titles', '!!! note "<script>a()</script>"\n    x', /<script/],
  ['scripts in fence titles', '```js title="<script>"\nx\n```', /<script/],
  ['scripts in keys', '++"<script>"++', /<script/],
  ['TeX that links', '$\\href{javascript:alert(1)}{x}$', /href="/],
];

it.each(inert)('makes %s inert', (_name, source, gone) => {
  const { html } = renderFragment(source);
  expect(html.replace(/class="headerlink" href="#[^"]*"/g, '')).not.toMatch(
    gone,
  );
});

it('tells the owner which HTML was removed', () => {
  const { warnings } = renderFragment('<script>alert(1)</script>');
  expect(warnings).toMatchObject([
    {
      kind: 'removed-html',
      message: "The HTML tag '<script>' was removed",
      line: 1,
    },
  ]);
});

it('keeps its own markup on a page with HTML of the author', () => {
  const { html } = renderFragment(
    '<b>x</b>\n\n- [x] done\n\n=== "A"\n    text\n\n```js\nlet a;\n```\n\n$a$',
  );
  expect(html).toContain('<input type="checkbox" disabled checked>');
  expect(html).toContain('type="radio"');
  expect(html).toContain('<span class="k">let</span>');
  expect(html).toContain('<math xmlns=');
  expect(html).not.toMatch(/[\uE000\uE001]/);
});

it('does not let an author close the frame of the page', () => {
  const { html } = renderFragment('</article></div>\n\n<b>open');
  expect(html).not.toContain('</article>');
  expect(html).not.toContain('</div>');
});

it('shows HTML that is nested too deeply as text', () => {
  const { html, warnings } = renderFragment('<b>'.repeat(5_000));
  expect(html).toContain('&lt;b&gt;');
  expect(warnings).toEqual([expect.objectContaining({ kind: 'removed-html' })]);
});

it.each([
  ['quotes', '>'.repeat(5_000)],
  [
    'lists',
    Array.from({ length: 300 }, (_, i) => `${' '.repeat(i * 2)}- a`).join('\n'),
  ],
  [
    'admonitions',
    Array.from({ length: 300 }, (_, i) => `${'    '.repeat(i)}!!! a`).join(
      '\n',
    ),
  ],
])('stops at deeply nested %s and says so', (_name, source) => {
  const { warnings } = renderFragment(source);
  expect(warnings).toEqual([expect.objectContaining({ kind: 'limit' })]);
});

/** Of which a site for mkdocs that reads as Python-Markdown does may have all. */
const pythonDialect = readDialect(
  new Map<string, Record<string, unknown>>([
    ['toc', {}],
    ['smarty', {}],
    ['nl2br', {}],
    ['sane_lists', {}],
    ['pymdownx.arithmatex', {}],
    ['pymdownx.critic', {}],
    ['pymdownx.emoji', {}],
    ['pymdownx.escapeall', { nbsp: true }],
    ['pymdownx.fancylists', {}],
    ['pymdownx.magiclink', { repo_url_shorthand: true, repo: 'a', user: 'b' }],
    ['pymdownx.mark', {}],
    ['pymdownx.progressbar', {}],
    ['pymdownx.quotes', {}],
    ['pymdownx.smartsymbols', {}],
  ]),
);

describe.each([
  ['as on GitHub', plainDialect],
  ['as for mkdocs', pythonDialect],
])('read %s', (_reading, dialect) => {
  it.each([
    ['brackets', '['],
    ['emphasis', '*a **b '],
    ['headings', '# a\n'],
    ['footnotes', '[^1]: a\n\n'],
    ['notes without an end', '[^'],
    ['inline notes', '^[a '],
    ['tabs', '=== "a"\n    b\n\n'],
    ['dollars', '$a'],
    ['braces', '**a**{.b} '],
    ['open tags', '<a '],
    ['addresses', 'http://('],
    ['insertions', '^^a '],
    ['icons', ':material-a-'],
    ['Markdown in HTML', '<div markdown>\n\n'],
    ['contents', '[TOC]\n\n# a\n\n'],
    ['lines', 'a\n'],
    ['items', '- a\n'],
    ['rows of tables', '| a | b |\n'],
    ['heads without a table', '| `a` |\n|- -|--|\n'],
  ])('renders 200 kB of %s in bounded time', (_name, unit) => {
    // Rules about notes only run where there is one.
    const source = `[^1]: a\n\n${unit.repeat(200_000 / unit.length)}`;
    const started = process.cpuUsage();
    renderFragment(source, { dialect });
    // Of the processor's time, as others may be using it too.
    const { user } = process.cpuUsage(started);
    expect(user / 1000).toBeLessThan(10_000);
  });
});

it.each([
  ['https://a.example', true],
  ['../b.md#c', true],
  ['mailto:a@acme.example', true],
  ['/a:b', true],
  ['a\nb', true],
  ['javascript:x', false],
  [' javascript:x', false],
  ['java\nscript:x', false],
  ['data:text/html,x', false],
  ['file:///etc/passwd', false],
])('judges the address %j', (address, isSafe) => {
  expect(isSafeAddress(address)).toBe(isSafe);
});

const pieces = fc.constantFrom(
  ...['# ', '\n', '\n\n', '    ', '> ', '- ', '1. ', '- [x] ', '| a | b |\n'],
  ...['|---|---|\n', '```js\n', '```', '!!! note\n', '??? "t"\n', '=== "a"\n'],
  ...['$', '$$', '++', '[^1]', '[^1]: ', '*[a]: ', ': ', '{: .a }', '{#b}'],
  ...['<div markdown>\n', '<p markdown="span">\n', '^^', ':material-check:'],
  ...['<script>', '</script>', '<img src=x onerror=a()>', '<b>', '</div>'],
  ...['<!--', '-->', '[x](', 'javascript:a()', ')', '![', '](', 'a', '`'],
  ...[
    '[TOC]',
    ' # (1)!\n',
    '\\',
    '&lt;',
    '&#x6a;',
    '[!NOTE]',
    '--8<-- "a"',
    ':rocket:',
    '<a href="',
  ],
);

const icon = iconSvg('material-check') ?? '';

it('never fails and never lets script through, whatever it is given', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 })), {
        maxLength: 60,
      }),
      parts => {
        const { html } = renderFragment(parts.join(''));
        // Icons are drawings of the engine's own.
        const tags = html.replaceAll(icon, '').match(/<[a-z][^>]*>/gi) ?? [];
        for (const tag of tags) {
          expect(tag).not.toMatch(/^<(?:script|style|iframe|svg|form)\b/i);
          expect(tag.replace(/"[^"]*"/g, '""')).not.toMatch(/\son\w+=/i);
          expect(tag).not.toMatch(/(?:href|src)="\s*(?:java|data|vb)/i);
        }
      },
    ),
    { numRuns: 300 },
  );
});

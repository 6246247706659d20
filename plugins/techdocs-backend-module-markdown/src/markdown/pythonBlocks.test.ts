import { renderFragment } from '../__testUtils__/renderFragment';
import { readDialect } from '../site/readDialect';

function render(source: string, extensions: string[], plugins: string[] = []) {
  const { html } = renderFragment(source, {
    dialect: readDialect(
      new Map(extensions.map(name => [name, {}])),
      new Set(plugins),
    ),
  });
  return html.replace(/\n/g, '');
}

// What Python-Markdown 3.7 makes of the same text.
it.each([
  ['Text\n- a', '<p>Text- a</p>'],
  ['- a\n  - b\n* c', '<ul><li>a</li><li>b</li><li>c</li></ul>'],
  [
    '- a\n    - b\n    - c\n- d',
    '<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>',
  ],
  [
    '1. a\n   - b\n\n    More\n\n2. c',
    '<ol><li>a</li><li><p>b</p><p>More</p></li><li><p>c</p></li></ol>',
  ],
  ['3. a\n\n- b', '<ol><li><p>a</p></li><li><p>b</p></li></ol>'],
  ['- a\n\n  Text', '<ul><li>a</li></ul><p>Text</p>'],
  [
    '- a\n\n    - b\n- c',
    '<ul><li><p>a</p><ul><li>b</li><li>c</li></ul></li></ul>',
  ],
  ['- a\n\n    Text\n- b', '<ul><li><p>a</p><p>Text- b</p></li></ul>'],
  ['- a\n* * *', '<ul><li>a</li></ul><hr>'],
  ['1000. a', '<ol><li>a</li></ol>'],
])('reads %j as mkdocs does where a site lists extensions', (source, html) =>
  expect(render(source, ['extra'])).toBe(html),
);

it('leaves backslashes, fences and rows below a table as mkdocs does', () => {
  expect(render('a\\@b \\* \\"', ['extra'])).toBe('<p>a\\@b * \\&quot;</p>');
  expect(render('a\\~b', ['pymdownx.tilde'])).toBe('<p>a~b</p>');
  expect(render('```\na\n', ['extra'])).toBe('<p>```a</p>');
  expect(render('a | b\n--|--\nc | d\n### e\n', ['extra'])).toContain(
    '<td>### e</td>',
  );
});

it('takes an element of HTML as it is written up to its end', () => {
  const source = '<div>\n\n*a*\n\n<div>b</div>\n\n</div>\n*c*';
  expect(render(source, ['extra'])).toBe(
    '<div>*a*<div>b</div></div><p><em>c</em></p>',
  );
  expect(render(source, [])).toBe(
    '<div><p><em>a</em></p><div>b</div></div>*c*',
  );
  expect(render('<div markdown>\n\n*a*\n\n</div>', ['extra'])).toBe(
    '<div><p><em>a</em></p></div>',
  );
});

it('keeps bullets and numbers apart, and where they start, with sane_lists', () => {
  expect(render('3. a\n\n- b', ['sane_lists'])).toBe(
    '<ol start="3"><li>a</li></ol><ul><li>b</li></ul>',
  );
  expect(render('- a\n1. b', ['sane_lists'])).toBe('<ul><li>a1. b</li></ul>');
});

it.each([
  ['without extensions', [], []],
  ['with lists of two columns', ['mdx_truly_sane_lists'], []],
  ['of TechDocs', ['extra'], ['techdocs-core']],
])('reads lists as GitHub does in a site %s', (_name, extensions, plugins) =>
  expect(render('Text\n- a\n  - b', extensions, plugins)).toBe(
    '<p>Text</p><ul><li>a<ul><li>b</li></ul></li></ul>',
  ),
);

// What Python-Markdown 3.7 and pymdown-extensions 10.13 make of the same text.
it.each([
  [
    'a | b\n-- - | :- -:\nc | d',
    ['extra'],
    '<table><thead><tr><th>a</th><th style="text-align:center">b</th></tr></thead><tbody><tr><td>c</td><td style="text-align:center">d</td></tr></tbody></table>',
  ],
  [
    '<div>a</div>\n<small>\n*b*\n</small>',
    ['extra'],
    '<div>a</div><p><small><em>b</em></small></p>',
  ],
  [
    'https://a.example :smile:\n\n> [!NOTE]\n> a',
    ['extra'],
    '<p>https://a.example :smile:</p><blockquote><p>[!NOTE]a</p></blockquote>',
  ],
  [
    '[a `b`], [`b`][], [`b`][c]\n\n[a `b`]: u\n[`b`]: v\n[c]: w',
    ['extra'],
    '<p>[a <code>b</code>], [<code>b</code>][], <a href="w"><code>b</code></a></p>',
  ],
  [
    '==a== ==smart==mark== a==b== ==c ==',
    ['pymdownx.mark'],
    '<p><mark>a</mark> <mark>smart==mark</mark> a==b== ==c ==</p>',
  ],
  ['a\n{% endif %}', ['attr_list'], '<p>a</p>'],
  [
    '- a\n\n    b\n    <!-- c -->.',
    ['extra'],
    '<ul><li><p>a</p><p>b.</p></li></ul>',
  ],
  ['- a\n  <!-- c -->.', ['extra'], '<ul><li>a</li></ul><p>.</p>'],
  ['==`==` a==', ['pymdownx.mark'], '<p><mark><code>==</code> a</mark></p>'],
])('reads %j as mkdocs does with %j', (source, extensions, html) =>
  expect(render(source, extensions)).toBe(html),
);

it('reads attributes that no space keeps apart, without what runs scripts', () => {
  expect(render('a <img alt="a" title="b"src="c"onerror="d">', ['extra'])).toBe(
    '<p>a <img alt="a" title="b" src="c" /></p>',
  );
});

it('makes boxes of quotes where an extension or a plugin does', () => {
  for (const [extensions, plugins] of [
    [['pymdownx.quotes'], []],
    [['extra'], ['callouts']],
  ]) {
    expect(render('> [!NOTE]\n> a', extensions, plugins)).toContain(
      'class="admonition note"',
    );
  }
});

// From the documentation of pymdownx.fancylists.
it.each([
  ['i.  a\n#.  b\niii. c', '<ol type="i"><li>a</li><li>b</li><li>c</li></ol>'],
  ['1.  a\n2.  b\n1)  c', '<ol><li>a</li><li>b</li></ol><ol><li>c</li></ol>'],
  [
    'a.  a\nA.  b\nB. Russell',
    '<ol type="a"><li>a</li></ol><ol type="A"><li>bB. Russell</li></ol>',
  ],
  [
    'h. a\ni. b\nj. c',
    '<ol start="8" type="a"><li>a</li><li>b</li><li>c</li></ol>',
  ],
  [
    'iii. a\niv. b\nv. c\n\n---\n\nv. d\nw. e',
    '<ol start="3" type="i"><li>a</li><li>b</li><li>c</li></ol><hr><ol start="22" type="a"><li>d</li><li>e</li></ol>',
  ],
  [
    'VIIIII. a\n\n---\n\nB. Russell',
    '<ol start="10" type="I"><li>a</li></ol><hr><p>B. Russell</p>',
  ],
  [
    '-   a\n1.  b\n    a.  c\n\n    b.  d',
    '<ul><li>a</li></ul><ol><li><p>b</p><ol type="a"><li><p>c</p></li><li><p>d</p></li></ol></li></ol>',
  ],
  [
    '/// fancylists | type=a start=9\n#. a\n#. b\n///',
    '<ol start="9" type="a"><li>a</li><li>b</li></ol>',
  ],
  [
    '/// fancylists | type=I\nV.   a\nVI.  b\n///',
    '<ol start="5" type="I"><li>a</li><li>b</li></ol>',
  ],
])('counts the items of %j as pymdownx.fancylists does', (source, html) =>
  expect(render(source, ['pymdownx.fancylists'])).toBe(html),
);

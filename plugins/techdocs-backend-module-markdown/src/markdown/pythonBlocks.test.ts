import { renderFragment } from '../__testUtils__/renderFragment';
import { readDialect } from '../site/readDialect';

async function render(
  source: string,
  extensions: string[],
  isTechdocs = false,
) {
  const { html } = await renderFragment(source, {
    dialect: readDialect(
      new Map(extensions.map(name => [name, {}])),
      isTechdocs,
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
  expect(render(source, ['extra'])).resolves.toBe(html),
);

it('leaves backslashes, fences and rows below a table as mkdocs does', async () => {
  await expect(render('a\\@b \\* \\"', ['extra'])).resolves.toBe(
    '<p>a\\@b * \\&quot;</p>',
  );
  await expect(render('a\\~b', ['pymdownx.tilde'])).resolves.toBe('<p>a~b</p>');
  await expect(render('```\na\n', ['extra'])).resolves.toBe('<p>```a</p>');
  await expect(
    render('a | b\n--|--\nc | d\n### e\n', ['extra']),
  ).resolves.toContain('<td>### e</td>');
});

it('takes an element of HTML as it is written up to its end', async () => {
  const source = '<div>\n\n*a*\n\n<div>b</div>\n\n</div>\n*c*';
  await expect(render(source, ['extra'])).resolves.toBe(
    '<div>*a*<div>b</div></div><p><em>c</em></p>',
  );
  await expect(render(source, [])).resolves.toBe(
    '<div><p><em>a</em></p><div>b</div></div>*c*',
  );
  await expect(
    render('<div markdown>\n\n*a*\n\n</div>', ['extra']),
  ).resolves.toBe('<div><p><em>a</em></p></div>');
});

it('keeps bullets and numbers apart, and where they start, with sane_lists', async () => {
  await expect(render('3. a\n\n- b', ['sane_lists'])).resolves.toBe(
    '<ol start="3"><li>a</li></ol><ul><li>b</li></ul>',
  );
  await expect(render('- a\n1. b', ['sane_lists'])).resolves.toBe(
    '<ul><li>a1. b</li></ul>',
  );
});

it.each([
  ['without extensions', [], false],
  ['with lists of two columns', ['mdx_truly_sane_lists'], false],
  ['of TechDocs', ['extra'], true],
])('reads lists as GitHub does in a site %s', (_name, extensions, isTechdocs) =>
  expect(render('Text\n- a\n  - b', extensions, isTechdocs)).resolves.toBe(
    '<p>Text</p><ul><li>a<ul><li>b</li></ul></li></ul>',
  ),
);

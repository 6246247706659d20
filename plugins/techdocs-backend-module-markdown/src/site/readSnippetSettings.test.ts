import { createSite } from '../__testUtils__/createSite';

// A busy machine takes seconds to start the process that builds.
it('finds snippets from the repository and its folders, and none of git', async () => {
  const site = createSite({
    'mkdocs.yml':
      'markdown_extensions:\n  - pymdownx.snippets:\n      base_path: [., docs/.parts, LICENSE.md]\n      auto_append: [links.md]\n',
    'docs/index.md':
      '# A\n\n--8<-- "src/main.py:body"\n\n--8<-- "part.md"\n\n--8<-- "LICENSE.md"\n\n[home]\n\n--8<-- ".git/config"\n',
    'docs/.parts/part.md': 'A part.\n',
    'links.md': '[home]: https://acme.example\n',
    'LICENSE.md': 'Free.\n',
    'src/main.py': '# --8<-- [start:body]\nMain.\n# --8<-- [end:body]\n',
    '.git/config': 'url = https://user:secret@git.acme.example\n',
  });
  await site.build();
  const html = site.read('index.html');
  expect(html).toContain('<p>Main.</p>\n<p>A part.</p>\n<p>Free.</p>');
  expect(html).toContain('<a href="https://acme.example">home</a>');
  expect(html).not.toContain('secret');
  expect(site.metadata.warnings).toMatchObject([
    {
      kind: 'snippet',
      message:
        "The snippet '.git/config' was left out: there is no such file in the repository",
      page: 'docs/index.md',
      line: 11,
    },
  ]);
});

it('finds snippets beside each page, and renders those anew whose own changed', async () => {
  const page = '# A\n\n--8<-- "part.txt"\n';
  const site = createSite({
    'mkdocs.yml':
      'markdown_extensions:\n  - pymdownx.snippets:\n      base_path: [!relative , !relative $config_dir/shared]\n',
    'docs/index.md': page,
    'docs/one/index.md': page,
    'docs/one/part.txt': 'One.\n',
    'docs/two/index.md': page,
    'docs/two/part.txt': 'Two.\n',
    'shared/part.txt': 'Shared.\n',
  });
  await site.build();
  expect(site.read('index.html')).toContain('<p>Shared.</p>');
  expect(site.read('one/index.html')).toContain('<p>One.</p>');
  expect(site.read('two/index.html')).toContain('<p>Two.</p>');
  expect(site.metadata.warnings).toEqual([]);

  site.write({ 'docs/two/part.txt': 'Deux.\n' });
  await site.build();
  expect(site.read('one/index.html')).toContain('<p>One.</p>');
  expect(site.read('two/index.html')).toContain('<p>Deux.</p>');
  expect(site.messages.at(-1)).toContain('(1 rendered anew');
});

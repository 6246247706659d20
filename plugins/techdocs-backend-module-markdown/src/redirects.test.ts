import { createSite } from './__testUtils__/createSite';

// A busy machine takes seconds to start the process that builds.
it('takes readers from old addresses to new ones, inside the site only', async () => {
  const site = createSite({
    'mkdocs.yml': `
plugins:
  - redirects:
      redirect_maps:
        old/install.md: guides/install.md#steps
        gone.md: https://evil.example/"><script>
        lost.md: nowhere.md
        guides/install.md: index.md
        ../out.md: index.md
`,
    'docs/index.md': '# Start\n',
    'docs/guides/install.md': '# Install\n\n## Steps\n',
  });
  await site.build();
  const moved = site.read('old/install/index.html');
  expect(moved).toContain(
    '<meta http-equiv="refresh" content="0; url=../../guides/install/#steps">',
  );
  expect(moved).toContain('<a href="../../guides/install/#steps">Install</a>');

  const away = site.read('gone/index.html');
  expect(away).not.toContain('http-equiv');
  expect(away).not.toContain('<script>');
  expect(away).toContain(
    '<a href="https://evil.example/&quot;&gt;&lt;script&gt;">',
  );

  expect(site.read('guides/install/index.html')).toContain('id="steps"');
  expect(site.has('lost/index.html')).toBe(false);
  expect(site.metadata.warnings).toMatchObject([
    {
      kind: 'configuration',
      message:
        "The redirect of 'lost.md' leads to 'nowhere.md', and there is no such page",
      page: 'mkdocs.yml',
    },
    {
      kind: 'configuration',
      message:
        "The redirect of 'guides/install.md' was ignored because there is a page at its address",
      page: 'mkdocs.yml',
    },
  ]);
});

import { createSite } from '../__testUtils__/createSite';

// A busy machine takes seconds to start the process that builds.
it.each([
  ['after its folder', '', 'Guides'],
  // As mkdocs 1.6 does.
  [
    'Index where the site lists extensions',
    'markdown_extensions: [extra]',
    'Index',
  ],
])('calls a page without a title %s', async (_name, settings, title) => {
  const site = createSite({
    'mkdocs.yml': `site_name: Docs\n${settings}\n`,
    'docs/index.md': '# Start\n',
    'docs/guides/index.md': 'Text\n',
  });
  await site.build();
  expect(site.read('guides/index.html')).toContain(`<h1>${title}</h1>`);
});

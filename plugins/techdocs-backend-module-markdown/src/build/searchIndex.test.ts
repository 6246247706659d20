import { createSite } from '../__testUtils__/createSite';

interface SearchIndex {
  docs: { location: string; text: string }[];
}

it('leaves out pages, sections and blocks that are not to be found', async () => {
  const site = createSite({
    'mkdocs.yml': 'theme: material\nmarkdown_extensions: [attr_list, tables]\n',
    'docs/index.md':
      '# Start\n\nFound.\n\n## Hidden { data-search-exclude }\n\nSecret\n\n### Below\n\nFound too.\n\nNot this.\n{ data-search-exclude }\n',
    'docs/changes.md':
      '---\nsearch:\n  exclude: true\n---\n# Changes\n\n## Old\n\nOld things.\n',
    'docs/kept.md': '---\nsearch: {boost: 2}\n---\n# Kept\n',
  });
  await site.build();
  const locations = () => {
    const index: SearchIndex = JSON.parse(
      site.read('search/search_index.json'),
    );
    return index.docs.map(({ location, text }) => `${location}: ${text}`);
  };
  const expected = [': Found.', '#below: Found too.', 'kept/: '];
  expect(locations()).toEqual(expected);
  expect(site.read('index.html')).toContain('Secret');
  expect(site.has('changes/index.html')).toBe(true);

  // Kept pages are left out as well.
  await site.build();
  expect(locations()).toEqual(expected);
});

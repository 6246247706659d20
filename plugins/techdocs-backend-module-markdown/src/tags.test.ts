import { TestSite } from './__testUtils__/TestSite';

// A busy machine takes seconds to start the process that builds.
function page(tags: string, text: string) {
  return `---\ntags: [${tags}]\n---\n${text}\n`;
}

const files = {
  'mkdocs.yml': `site_name: Shop
plugins:
  - tags:
      tags_hierarchy: true
      shadow_tags: [draft]
      listings_map:
        money: { include: [Refund] }
`,
  'docs/index.md': page('zebra, Refund, draft', '# Shop\n'),
  'docs/api/index.md': page(
    'Refund',
    '# API\n\n<!-- material/tags { scope: true, toc: false } -->\n',
  ),
  'docs/api/refund.md': page('Refund, "a <b>"', '# Refunds by API\n'),
  'docs/tags.md':
    '# Tags\n\n<!-- material/tags -->\n\n## Money\n\n<!-- Material/Tags money -->\n\nSee [this](#tag:zebra) and [that](#tag:none).\n',
  'docs/hidden.md': '---\ntags: [zebra]\nhide: [tags]\n---\n# Hidden\n',
};

const site = new TestSite(files);
beforeAll(() => site.build());
afterAll(() => site.remove());

/** The tags of a page with their links. */
function tagsOf(output: string): string[] {
  const [nav = ''] =
    /<nav class="md-tags".*?<\/nav>/s.exec(site.read(output)) ?? [];
  return [
    ...nav.matchAll(/<(?:a|span) class="md-tag"(?: href="(.*?)")?>(.*?)</g),
  ].map(([, href = '', name]) => `${name} ${href}`.trim());
}

it('shows the tags of a page, each with a link to the closest list of it', () => {
  expect(tagsOf('index.html')).toEqual([
    'Refund tags/#tag:refund',
    'zebra tags/#tag:zebra',
  ]);
  expect(tagsOf('api/refund/index.html')).toEqual([
    'Refund ../#tag:refund',
    'a &lt;b&gt; ../#tag:a',
  ]);
  expect(tagsOf('hidden/index.html')).toEqual([]);
});

it('lists pages by tag where a comment asks for it', () => {
  const html = site.read('tags/index.html');
  const list = (level: number, id: string, tag: string, items: string) =>
    `<h${level} id="tag:${id}"><span class="md-tag">${tag}</span><a class="headerlink" href="#tag:${id}" title="Permanent link">&para;</a></h${level}>\n<ul>\n${items}</ul>\n`;
  const item = (href: string, title: string) =>
    `<li><a href="${href}">${title}</a></li>\n`;
  const refunds =
    item('../api/', 'API') +
    item('../api/refund/', 'Refunds by API') +
    item('../', 'Shop');
  expect(html).toContain(
    list(2, 'refund', 'Refund', refunds) +
      list(2, 'a', 'a &lt;b&gt;', item('../api/refund/', 'Refunds by API')) +
      list(
        2,
        'zebra',
        'zebra',
        item('../hidden/', 'Hidden') + item('../', 'Shop'),
      ),
  );
  expect(html).toContain(list(3, 'refund', 'Refund', refunds));
  expect(html).not.toContain('draft');
  const contents = [...html.matchAll(/href="#(tag[^"]*|money)"><span/g)];
  expect(contents.map(([, id]) => id)).toEqual([
    'tag%3Arefund',
    'tag%3Aa',
    'tag%3Azebra',
    'money',
    'tag%3Arefund',
  ]);
});

it('lists the pages of a folder alone where the comment says so', () => {
  const html = site.read('api/index.html');
  expect(html).toContain('<a href="refund/">Refunds by API</a>');
  expect(html).not.toContain('<a href="../">Shop</a>');
  expect(html).not.toContain('href="#tag%3Arefund"><span');
});

it('says what it does not support, and which tag nobody has', () => {
  expect(site.metadata.warnings).toMatchObject([
    {
      kind: 'configuration',
      message:
        "'tags_hierarchy' of plugin 'tags' in mkdocs.yml is not supported and was ignored",
      page: 'mkdocs.yml',
      line: 4,
    },
    {
      kind: 'broken-anchor',
      message: "The page 'docs/tags.md' has no heading '#tag:none'",
      page: 'docs/tags.md',
      line: 9,
    },
  ]);
});

it('follows what other pages say, and appends a list to the file of tags', async () => {
  site.write({
    'mkdocs.yml': 'plugins:\n  - tags: { tags_file: all.md }\n',
    'docs/all.md': '# All\n',
  });
  await site.build();
  expect(site.read('all/index.html')).toContain('id="tag:zebra"');
  site.write({ 'docs/hidden.md': page('Yak', '# Hidden\n') });
  await site.build();
  expect(site.messages.at(-1)).toMatch(/\(1 rendered anew\)/);
  expect(site.read('all/index.html')).toContain('id="tag:yak"');
});

it('leaves tags alone where the plugin is not used', async () => {
  site.write({ 'mkdocs.yml': 'site_name: Shop\n' });
  await site.build();
  expect(tagsOf('index.html')).toEqual([]);
  expect(site.read('tags/index.html')).not.toContain('id="tag:');
});

import { createSite } from '../__testUtils__/createSite';
import type { TestSite } from '../__testUtils__/TestSite';

// A busy machine takes seconds to start the process that builds.
/** The navigation as a reader sees it, sections and pages in one line. */
function navigationOf(site: TestSite): string[] {
  return [...site.read('index.html').matchAll(/md-ellipsis">([^<]*)</g)].map(
    match => match[1],
  );
}

it('orders folders as their .pages and .nav.yml say', async () => {
  const site = createSite({
    'docs/.pages':
      'nav:\n  - Start: index.md\n  - Handbook: guides\n  - Site: https://acme.example\n  - ...\n  - lost.md\n',
    'docs/index.md': '# Welcome\n',
    'docs/last.md': '# Last\n',
    'docs/guides/.nav.yml': 'nav:\n  - z.md\n  - More: [a.md]\n',
    'docs/guides/a.md': '# A\n',
    'docs/guides/unnamed.md': '# Unnamed\n',
    'docs/guides/z.md': '# Z\n',
    'docs/inner/.pages': 'title: Renamed\n',
    'docs/inner/page.md': '# Inner\n',
    'docs/secret/.pages': 'hide: true\n',
    'docs/secret/page.md': '# Secret\n',
  });
  await site.build();
  expect(navigationOf(site)).toEqual([
    ...['Start', 'Handbook', 'Z', 'More', 'A', 'Site'],
    ...['Last', 'Renamed', 'Inner'],
  ]);
  expect(site.metadata.warnings).toMatchObject([
    {
      kind: 'navigation',
      message: "'docs/.pages' names 'lost.md', and there is no such page",
      page: 'docs/.pages',
    },
  ]);
});

// The examples of the documentation of awesome-nav and awesome-pages.
it.each([
  {
    what: 'the rest below a section',
    list: 'nav: [index.md, guides, {More Resources: ["*", {Website: "https://e.example"}]}]',
    files: ['index', 'faq', 'glossary', 'guides/login'],
    expected: 'Index Guides Login More Resources Faq Glossary Website',
  },
  {
    what: 'a filter before all the rest',
    list: 'nav: ["... | z*.md", adr, "...", last.md]',
    files: ['a', 'adr/one', 'b', 'last', 'z1', 'z2'],
    expected: 'Z1 Z2 Adr One A B Last',
  },
  {
    what: 'a filter behind all the rest',
    list: 'nav: ["...", {Pages: ["...|regex=page-[0-9]+.md"]}]',
    files: ['page-1', 'page-a', 'page-22'],
    expected: 'Page-a Pages Page-1 Page-22',
  },
  {
    what: 'filters that overlap',
    list: 'nav: [{Foo: ["*foo*"]}, {Bar: ["*bar*"]}]',
    files: ['foo', 'foobar', 'bar', 'barfoo'],
    expected: 'Foo Barfoo Foo Foobar Bar Bar',
  },
  {
    what: 'pages or folders only',
    list: 'nav: ["*/", {Pages: ["*.md"]}]',
    files: ['bar', 'foo/bar'],
    expected: 'Foo Bar Pages Bar',
  },
  {
    what: 'one of two names',
    list: 'nav: ["@(foo|bar).md"]',
    files: ['baz', 'foo', 'bar'],
    expected: 'Bar Foo',
  },
  {
    what: 'pages at any depth',
    list: 'nav: ["**/*.md"]',
    files: ['start', 'guides/login', 'guides/errors', 'support'],
    expected: 'Errors Login Start Support',
  },
  {
    what: 'pages of another folder, which it shows no more',
    list: 'nav: [{glob: "guides/l*.md"}, guides/a.md, "*", "*"]',
    files: ['guides/a', 'guides/b', 'guides/login', 'support'],
    expected: 'Login A Support Guides B',
  },
  {
    what: 'the rest behind what is arranged',
    list: 'arrange: [b.md]',
    files: ['a', 'b', 'c'],
    expected: 'B A C',
  },
  {
    what: 'names from the last to the first',
    list: 'order: desc',
    files: ['index', '0001', '0002', 'drafts/x'],
    expected: 'Index Drafts X 0002 0001',
  },
])('fills in $what', async ({ list, files, expected }) => {
  const site = createSite({
    'docs/docs.md': '# Docs\n',
    'docs/box/.nav.yml': `${list}\n`,
    ...Object.fromEntries(
      files.map(file => [
        `docs/box/${file}.md`,
        `# ${file.replace(/^.*\//, '').replace(/^./, c => c.toUpperCase())}\n`,
      ]),
    ),
  });
  await site.build();
  const [, , ...names] = navigationOf(site);
  expect(names.join(' ')).toBe(expected);
  expect(site.metadata.warnings).toEqual([]);
});

// The example of "Combine Custom Navigation & File Structure" of awesome-pages.
it.each([
  {
    nav: '[{Start: [page1.md, page2.md, introduction.md]}, "..."]',
    expected: 'Start Page1 Page2 Introduction Folder Page3 Introduction Page4',
  },
  {
    nav: '[page1.md, {Rest: ["..."]}]',
    expected: 'Page1 Rest Introduction Page2 Folder Page3 Introduction Page4',
  },
  {
    nav: '[{Introductions: ["... | flat | **/introduction.md"]}, "..."]',
    expected:
      'Introductions Introduction Introduction Page1 Page2 Folder Page3 Page4',
  },
  {
    nav: '[{Introductions: ["... | **/introduction.md"]}, page1.md]',
    expected: 'Introductions Introduction Folder Introduction Page1',
  },
  {
    nav: '["...", folder/page3.md, {All: folder/}]',
    expected: 'Introduction Page1 Page2 Page3 All Introduction Page4',
  },
])('fills in the rest of nav with awesome-pages: $nav', async options => {
  const { nav, expected } = options;
  const site = createSite({
    'mkdocs.yml': `plugins: [awesome-pages]\nnav: ${nav}\n`,
    'docs/introduction.md': '# Introduction\n',
    'docs/page1.md': '# Page1\n',
    'docs/page2.md': '# Page2\n',
    'docs/folder/.pages': 'nav: [page3.md, "..."]\n',
    'docs/folder/introduction.md': '# Introduction\n',
    'docs/folder/page3.md': '# Page3\n',
    'docs/folder/page4.md': '# Page4\n',
  });
  await site.build();
  expect(navigationOf(site).join(' ')).toBe(expected);
  expect(site.metadata.warnings).toEqual([]);
});

it('fills in patterns in nav with literate-nav, and no page twice', async () => {
  const site = createSite({
    'mkdocs.yml':
      'plugins: [literate-nav]\nnav: [guide/a.md, {Guide: guide/}, "x*.md", {More: "*"}, z*.md]\n',
    'docs/b.md': '# B\n',
    'docs/x1.md': '# X1\n',
    'docs/guide/a.md': '# A\n',
    'docs/guide/c.md': '# C\n',
  });
  await site.build();
  expect(navigationOf(site)).toEqual(['A', 'Guide', 'C', 'X1', 'More', 'B']);
  expect(site.metadata.warnings).toMatchObject([
    {
      message: "'nav' names 'z*.md', and there is no such page",
      page: 'mkdocs.yml',
    },
  ]);
});

it('knows no rest of nav without a plugin that fills it in', async () => {
  const site = createSite({
    'mkdocs.yml': 'nav: [a.md, "..."]\n',
    'docs/a.md': '# A\n',
    'docs/b.md': '# B\n',
  });
  await site.build();
  expect(navigationOf(site)).toEqual(['A']);
  expect(site.metadata.warnings).toMatchObject([
    { message: "'nav' names '...', and there is no such page" },
  ]);
});

it('names the settings of a folder that are not read', async () => {
  const site = createSite({
    'docs/.pages': 'order: sideways\ncollapse: true\nhide: false\n',
    'docs/index.md': '# Start\n',
    'docs/adr/.nav.yml':
      'sort: {direction: desc}\nappend_unmatched: false\nnav:\n  - {glob: "*.md", ignore: z.md, ignore_no_matches: true}\n  - "x*"\n',
    'docs/adr/one.md': '# One\n',
  });
  await site.build();
  expect(navigationOf(site)).toEqual(['Start', 'Adr', 'One']);
  const { warnings } = site.metadata;
  expect(
    warnings.map(({ kind, page, message }) => [kind, page, message]),
  ).toEqual([
    [
      'navigation',
      'docs/.pages',
      "'order: sideways' in docs/.pages was ignored",
    ],
    [
      'navigation',
      'docs/.pages',
      "'collapse' in docs/.pages is not supported and was ignored",
    ],
    [
      'navigation',
      'docs/adr/.nav.yml',
      "'sort' in docs/adr/.nav.yml is not supported and was ignored",
    ],
    [
      'navigation',
      'docs/adr/.nav.yml',
      "'ignore' in docs/adr/.nav.yml is not supported and was ignored",
    ],
    [
      'navigation',
      'docs/adr/.nav.yml',
      "'docs/adr/.nav.yml' names 'x*', and there is no such page",
    ],
  ]);
});

it('shows a folder that nav names, by the list of its file with literate-nav', async () => {
  const site = createSite({
    'mkdocs.yml':
      'plugins:\n  - literate-nav: {nav_file: README.md}\nnav:\n  - index.md\n  - User guide: guide/\n  - plain/\n',
    'docs/index.md': '# Home page\n',
    'docs/guide/README.md': '# Guide\n\n- [Second](b.md)\n- [First](a.md)\n',
    'docs/guide/a.md': '# A\n',
    'docs/guide/b.md': '# B\n',
    'docs/plain/x.md': '# X\n',
  });
  await site.build();
  expect(navigationOf(site)).toEqual([
    ...['Home page', 'User guide', 'Second', 'First', 'Plain', 'X'],
  ]);
  expect(site.metadata.warnings).toEqual([]);
});

it('has the title of a section lead to its index page, with navigation.indexes', async () => {
  const site = createSite({
    'mkdocs.yml': 'theme: {name: material, features: [navigation.indexes]}\n',
    'docs/index.md': '# Home page\n',
    'docs/guide/index.md': '# Start here\n',
    'docs/guide/a.md': '# A\n',
    'docs/alone/index.md': '# Alone\n',
  });
  await site.build();
  expect(navigationOf(site)).toEqual(['Home page', 'Alone', 'Guide', 'A']);
  const links = (page: string) =>
    [
      ...site.read(page).matchAll(/md-nav__link([^"]*)"[^>]*? href="([^"]*)"/g),
    ].map(([, state, href]) => `${state.trim()} ${href}`.trim());
  expect(links('index.html').slice(0, 4)).toEqual([
    'md-nav__link--active ./',
    'alone/',
    'guide/',
    'guide/a/',
  ]);
  expect(links('guide/index.html')).toContain('md-nav__link--active ./');
  expect(links('guide/index.html')).toContain('../guide/a/');
  expect(links('guide/a/index.html')).toContain('../../guide/');
  expect(site.read('guide/index.html')).toContain('rel="next"');
});

it('ends when folders name one another over and over', async () => {
  const names = (name: string) => `nav:\n${`  - ${name}\n`.repeat(300)}`;
  const site = createSite({
    'docs/index.md': '# Start\n',
    'docs/.pages': names('a'),
    'docs/a/.pages': names('b'),
    'docs/a/b/.pages': names('c'),
    'docs/a/b/c/.pages': names('page.md'),
    'docs/a/b/c/page.md': '# Page\n',
  });
  await site.build();
  expect(navigationOf(site).length).toBeLessThan(25_000);
});

it('puts an index first that literate-nav leaves out, where it is told to', async () => {
  const site = createSite({
    'mkdocs.yml': 'plugins:\n  - literate-nav:\n      implicit_index: true\n',
    'docs/SUMMARY.md': '- [Guides](guides/)\n',
    'docs/index.md': '# Welcome\n',
    'docs/guides/SUMMARY.md': '- [B](b.md)\n- [All](index.md)\n',
    'docs/guides/index.md': '# Guides\n',
    'docs/guides/b.md': '# B\n',
  });
  await site.build();
  expect(navigationOf(site)).toEqual(['Welcome', 'Guides', 'B', 'All']);
});

it('fills in the patterns of literate-nav, without the page that holds them', async () => {
  const site = createSite({
    'mkdocs.yml': 'plugins: [literate-nav]\n',
    'docs/SUMMARY.md':
      '* [Guide](guide/index.md)\n    * guide/a*.md\n* *\n* [Last](z.md)\n',
    'docs/index.md': '# Welcome\n',
    'docs/z.md': '# Z\n',
    'docs/guide/index.md': '# Start here\n',
    'docs/guide/a1.md': '# A1\n',
    'docs/guide/b.md': '# B\n',
  });
  await site.build();
  expect(navigationOf(site)).toEqual([
    ...['Guide', 'Start here', 'A1', 'Welcome', 'Guide', 'B', 'Last'],
  ]);
});

it('takes the pages of a README that lists something else first', async () => {
  const site = createSite({
    'mkdocs.yml': 'plugins:\n  - literate-nav: {nav_file: README.md}\n',
    'docs/README.md':
      '# Product\n\n- Fast\n- Small\n\n<!--nav-->\n\n1. [Start](README.md)\n2. [Faq](faq.md)\n',
    'docs/faq.md': '# Questions\n',
    'docs/other.md': '# Other\n',
  });
  await site.build();
  expect(navigationOf(site)).toEqual(['Start', 'Faq']);
});

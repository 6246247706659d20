import { createSite } from './__testUtils__/createSite';

// A busy machine takes seconds to start the process that builds.
function post(front: string, body: string): string {
  return `---\n${front}\n---\n${body}`;
}

const files = {
  'mkdocs.yml':
    'site_name: Payments\nplugins:\n  - blog:\n      pagination_per_page: 2\nnav:\n  - index.md\n  - Blog: [blog/index.md]\n',
  'docs/index.md': '# Start\n\nRead [the news](blog/posts/first.md#why).\n',
  'docs/blog/index.md': '# News\n\nWhat changed.\n',
  'docs/blog/.authors.yml':
    'authors:\n  priya:\n    name: Priya <b>\n    description: Payments\n    avatar: https://git.acme.example/priya.png\n    url: data:text/html,x\n',
  'docs/blog/posts/first.md': post(
    'date: 2025-03-01\nauthors: [priya]\ncategories: [Releases]\nlinks:\n  - index.md\n  - Elsewhere: https://acme.example/x',
    '# First & best\n\nIt is [here](second.md) with ![a plan](plan.png) and [the start](../../index.md).\n\n<!-- more -->\n\n## Why\n\nBecause.\n',
  ),
  'docs/blog/posts/plan.png': new Uint8Array([137, 80, 78, 71]),
  'docs/blog/posts/second.md': post(
    'date:\n  created: 2026-01-31T10:00:00Z\n  updated: 2026-02-01\nslug: two\ncategories: [Releases, API design]',
    'No title here.\n',
  ),
  'docs/blog/posts/third.md': post('date: 2026-05-05', '# Third\n'),
  'docs/blog/posts/draft.md': post(
    'date: 2026-06-06\ndraft: true',
    '# Draft\n',
  ),
  'docs/blog/posts/undated.md': '# Undated\n',
};

describe('the blog of mkdocs-material', () => {
  const site = createSite(files);
  beforeAll(() => site.build());

  it('gives posts, archives, categories and further pages their addresses', () => {
    const pages = site.metadata.files
      .filter(file => file.endsWith('index.html'))
      .sort();
    expect(pages).toEqual([
      'blog/2025/03/01/first--best/index.html',
      'blog/2026/01/31/two/index.html',
      'blog/2026/05/05/third/index.html',
      'blog/archive/2025/index.html',
      'blog/archive/2026/index.html',
      'blog/category/api-design/index.html',
      'blog/category/releases/index.html',
      'blog/index.html',
      'blog/page/2/index.html',
      'index.html',
    ]);
    expect(site.has('blog/plan.png')).toBe(true);
    expect(site.read('index.html')).toContain(
      'href="blog/2025/03/01/first--best/#why"',
    );
  });

  it('lists the posts from the newest on, each by its start', () => {
    const list = site.read('blog/index.html');
    expect(list).toContain('<p>What changed.</p>');
    expect(
      [...list.matchAll(/class="toclink" href="([^"]*)"/g)].map(m => m[1]),
    ).toEqual(['../blog/2026/05/05/third/', '../blog/2026/01/31/two/']);
    expect(list).toContain(
      '<a class="md-post-pages__link" href="page/2/">2</a>',
    );

    const second = site.read('blog/page/2/index.html');
    expect(second).toContain('<h1 id="news">News<');
    expect(second).toContain('First &amp; best</a></h2>');
    expect(second).toContain('href="../../../blog/2026/01/31/two/">here</a>');
    expect(second).toContain('src="../../../blog/plan.png"');
    expect(second).toContain('href="../../../">the start</a>');
    expect(second).toContain(
      '<a href="../../2025/03/01/first--best/">Continue reading</a>',
    );
    expect(second).not.toContain('Because.');
    expect(second).not.toContain('\uE002');
  });

  it('says beside a post who wrote it and when, and trusts no author', () => {
    const page = site.read('blog/2025/03/01/first--best/index.html');
    expect(page).toContain('<strong>Priya &lt;b&gt;</strong><br>Payments');
    expect(page).not.toContain('data:text');
    expect(page).toContain('>March 1, 2025</time>');
    expect(page).toContain('>1 min read</li>');
    expect(page).toContain('<a href="../../../../../">Start</a>');
    expect(page).toContain('<a href="https://acme.example/x">Elsewhere</a>');
    expect(page).toContain(
      'href="../../../../category/releases/">Releases</a>',
    );
    expect(site.read('blog/2026/01/31/two/index.html')).toContain(
      'Updated <time datetime="2026-02-01T00:00:00.000Z">February 1, 2026</time>',
    );
  });

  it('puts the lists beside the blog in the navigation, and no post', () => {
    const titles = [
      ...site.read('index.html').matchAll(/md-ellipsis">([^<]*)</g),
    ].map(match => match[1]);
    expect(titles).toEqual([
      'Start',
      'Blog',
      'News',
      'Archive',
      '2026',
      '2025',
      'Categories',
      'API design',
      'Releases',
    ]);
  });

  it('names a post without a date to its owner, and no draft', () => {
    expect(site.metadata.warnings).toEqual([
      expect.objectContaining({
        kind: 'front-matter',
        page: 'docs/blog/posts/undated.md',
      }),
    ]);
  });

  it('is the same again when nothing or one post has changed', async () => {
    const before = site.read('blog/index.html');
    await site.build();
    expect(site.read('blog/index.html')).toBe(before);
    site.write({
      'docs/blog/posts/third.md': post('date: 2026-05-05', '# Changed\n'),
    });
    await site.build();
    expect(site.read('blog/index.html')).toContain('>Changed</a></h2>');
    expect(site.read('blog/archive/2026/index.html')).toContain(
      '>Changed</a></h2>',
    );
  });
});

it('leads no post out of the site, nor to the place of another page', async () => {
  const site = createSite({
    'mkdocs.yml': 'plugins: [blog]\nsite_name: x\n',
    'docs/index.md': '# Start\n',
    'docs/blog/posts/a.md': post(
      'date: 2026-01-01\nslug: ../../../../../../etc/x',
      '# A\n',
    ),
    'docs/blog/posts/b.md': post('date: 2026-01-01\nslug: same', '# B\n'),
    'docs/blog/posts/c.md': post('date: 2026-01-01\nslug: Same', '# C\n'),
  });
  await site.build();
  expect(site.has('blog/etc/x/index.html')).toBe(true);
  expect(site.metadata.warnings).toEqual([
    expect.objectContaining({ kind: 'file', page: 'docs/blog/posts/c.md' }),
  ]);
});

describe('a blog in another language', () => {
  const buildIn = async (theme: string, options = '') => {
    const site = createSite({
      ...files,
      'mkdocs.yml': `site_name: x\ntheme: {${theme}}\nplugins:\n  - blog:\n      pagination_per_page: 2\n${options}`,
    });
    await site.build();
    return site;
  };

  it('speaks that of the site', async () => {
    const site = await buildIn('language: de');
    const page = site.read('blog/2025/03/01/first--best/index.html');
    expect(page).toContain('>1 Min. Lesezeit</li>');
    expect(page).toContain('>Zurück zu allen Beiträgen</a>');
    expect(page).toMatch(/>in <a [^>]*>Releases<\/a><\/li>/);
    expect(site.read('blog/page/2/index.html')).toContain('>Weiterlesen</a>');
    expect(site.read('blog/2026/01/31/two/index.html')).toContain(
      'Aktualisiert am <time datetime="2026-02-01T00:00:00.000Z">1. Februar 2026</time>',
    );
    const start = site.read('index.html');
    expect(start).toContain('>Archiv<');
    expect(start).toContain('>Kategorien<');
  });

  it('tells the scripts of Chinese by region, and says the rest in English', async () => {
    const read = async (language: string) =>
      (await buildIn(`language: ${language}`)).read('blog/page/2/index.html');
    expect(await read('zh')).toContain('>继续阅读</a>');
    expect(await read('zh-TW')).toContain('>繼續閱讀</a>');
    expect(await read('pt-BR')).toContain('>Continuar lendo</a>');
    expect(await read('eo')).toContain('>Continue reading</a>');
  });

  it('names its lists as the options do', async () => {
    const site = await buildIn(
      'language: de',
      '      archive_name: Jahre & mehr\n      categories_name: blog.categories\n',
    );
    const start = site.read('index.html');
    expect(start).toContain('>Jahre &amp; mehr<');
    expect(start).toContain('>Kategorien<');
  });
});

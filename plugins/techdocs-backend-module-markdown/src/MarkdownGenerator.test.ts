import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { once } from 'node:events';
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { TestSite } from './__testUtils__/TestSite';
import { MarkdownGenerator } from './MarkdownGenerator';

// A busy machine takes seconds to start the process that builds.
const server = setupServer();
registerMswTestHooks(server);

const sites: TestSite[] = [];

function createSite(...args: ConstructorParameters<typeof TestSite>) {
  const site = new TestSite(...args);
  sites.push(site);
  return site;
}

afterAll(() => sites.forEach(site => site.remove()));

const location = {
  type: 'url' as const,
  target: 'https://git.acme.example/acme/payments/src/branch/main/',
};

const pixel = new Uint8Array([137, 80, 78, 71]);

const handbook = {
  'mkdocs.yml': `
site_name: Payments
site_description: How money moves
nav:
  - Start: index.md
  - Guides:
      - guides/refund.md
      - Deeper:
          - Ledger: guides/ledger.md
  - Status: https://status.acme.example
`,
  'docs/index.md':
    '# Payments\n\nHow to [refund](guides/refund.md#steps), and [who we are](../README.md).\n\n![Plan](img/plan.png)\n',
  'docs/guides/refund.md':
    'Refunds take two people.\n\n## Steps\n\nAsk, see the [ledger](ledger.md) or the [start](../index.md).\n\n![Plan](../img/plan.png)\n\n[Form](../form.pdf)\n',
  'docs/guides/ledger.md': '---\ntitle: The ledger\n---\n# Ledger\n',
  'docs/img/plan.png': pixel,
  'docs/form.pdf': 'pdf',
  'README.md': '# Read me\n',
};

describe('a site with mkdocs.yml', () => {
  let site: TestSite;

  beforeAll(async () => {
    server.use(
      http.get(
        'https://git.acme.example/api/v1/repos/acme/payments/commits',
        ({ request }) =>
          new URL(request.url).searchParams.get('path') === 'docs/index.md'
            ? HttpResponse.json([
                {
                  sha: '0123456789abcdef',
                  html_url:
                    'https://git.acme.example/acme/payments/commit/0123456789abcdef',
                  commit: {
                    message: 'Say who we are\n',
                    author: { name: 'Priya Natarajan' },
                    committer: { date: '2026-11-02T10:00:00+01:00' },
                  },
                },
              ])
            : HttpResponse.json([]),
      ),
    );
    site = createSite(handbook);
    await site.build({
      etag: 'abcdef1234567890',
      parsedLocationAnnotation: location,
    });
  });

  it('has the files that publishers and the reader expect', () => {
    const { files, build_timestamp, ...metadata } = site.metadata;
    expect(metadata).toEqual({
      site_name: 'Payments',
      site_description: 'How money moves',
      etag: 'abcdef1234567890',
      engine: 'markdown',
      warnings: [],
    });
    expect(build_timestamp).toBeGreaterThan(0);
    expect([...files].sort()).toEqual([
      expect.stringMatching(
        /^assets\/stylesheets\/main\.[0-9a-f]{8}\.min\.css$/,
      ),
      'atrium_docs.json',
      'form.pdf',
      'guides/ledger/index.html',
      'guides/refund/index.html',
      'img/plan.png',
      'index.html',
      'search/search_index.json',
      'techdocs_metadata.json',
    ]);
    expect(files.every(file => site.has(file))).toBe(true);
  });

  it('tells the reader what is known about its pages', () => {
    const { builtAt, ...facts } = JSON.parse(site.read('atrium_docs.json'));
    expect(new Date(builtAt).toISOString()).toBe(builtAt);
    const edit = 'https://git.acme.example/acme/payments/_edit/main/docs/';
    expect(facts).toEqual({
      version: 1,
      commit: {
        id: 'abcdef1234567890',
        shortId: 'abcdef12',
        url: 'https://git.acme.example/acme/payments/commit/abcdef1234567890',
      },
      warnings: [],
      pages: [
        {
          path: '',
          title: 'Start',
          sourcePath: 'docs/index.md',
          editUrl: `${edit}index.md`,
          lastUpdated: '2026-11-02T09:00:00.000Z',
          commit: {
            id: '0123456789abcdef',
            shortId: '01234567',
            url: 'https://git.acme.example/acme/payments/commit/0123456789abcdef',
            author: 'Priya Natarajan',
            message: 'Say who we are',
          },
          words: 9,
          minutes: 1,
        },
        {
          path: 'guides/refund/',
          title: 'Refund',
          sourcePath: 'docs/guides/refund.md',
          editUrl: `${edit}guides/refund.md`,
          words: 14,
          minutes: 1,
        },
        {
          path: 'guides/ledger/',
          title: 'Ledger',
          sourcePath: 'docs/guides/ledger.md',
          editUrl: `${edit}guides/ledger.md`,
          words: 1,
          minutes: 1,
        },
      ],
    });
  });

  it('has the landmarks of mkdocs-material', () => {
    const html = site.read('guides/refund/index.html');
    for (const landmark of [
      '<div class="md-container" data-md-component="container" lang="en">',
      '<div class="md-main" data-md-component="main">',
      '<div class="md-main__inner md-grid">',
      '<div class="md-sidebar md-sidebar--primary" data-md-component="sidebar" data-md-type="navigation">',
      '<div class="md-sidebar md-sidebar--secondary" data-md-component="sidebar" data-md-type="toc">',
      '<div class="md-content" data-md-component="content">',
      '<article class="md-content__inner md-typeset">',
      '<header class="md-header" data-md-component="header"><label class="md-header__button md-icon" for="__drawer">',
      '<li class="md-nav__item md-nav__item--nested md-nav__item--active"><input class="md-nav__toggle md-toggle" type="checkbox" id="__nav_2" checked>',
    ]) {
      expect(html).toContain(landmark);
    }
    expect(html).toMatch(
      /<link rel="stylesheet" href="\.\.\/\.\.\/assets\/stylesheets\/main\.[0-9a-f]{8}\.min\.css">/,
    );
  });

  it('rewrites links and images to pages and files', () => {
    const start = site.read('index.html');
    expect(start).toContain('<a href="guides/refund/#steps">refund</a>');
    expect(start).toContain(
      '<a href="https://git.acme.example/acme/payments/src/branch/main/README.md">who we are</a>',
    );
    expect(start).toContain('<img src="img/plan.png" alt="Plan">');
    const refund = site.read('guides/refund/index.html');
    expect(refund).toContain('<a href="../ledger/">ledger</a>');
    expect(refund).toContain('<a href="../../">start</a>');
    expect(refund).toContain('<img src="../../img/plan.png" alt="Plan">');
    expect(refund).toContain('<a href="../../form.pdf" download="">Form</a>');
  });

  it('shows navigation, contents, neighbours, edit link and commit', () => {
    const html = site.read('guides/refund/index.html');
    expect(html).toContain(
      '<a class="md-nav__link" href="../../"><span class="md-ellipsis">Start</span></a>',
    );
    expect(html).toContain(
      '<a class="md-nav__link md-nav__link--active" aria-current="page" href="./"><span class="md-ellipsis">Refund</span></a>',
    );
    expect(html).toContain(
      '<a class="md-nav__link" href="https://status.acme.example">',
    );
    expect(html).toContain(
      '<a class="md-nav__link" href="#steps"><span class="md-ellipsis">Steps</span></a>',
    );
    expect(html).toContain('href="../../" rel="prev">');
    expect(html).toContain('href="../ledger/" rel="next">');
    expect(html).toMatch(
      /href="https:\/\/git\.acme\.example\/acme\/payments\/_edit\/[^"]*docs\/guides\/refund\.md" rel="edit" title="Edit this page"/,
    );
    expect(html).toContain(
      '<a href="https://git.acme.example/acme/payments/commit/abcdef1234567890"><code>abcdef12</code></a>',
    );
    // Without a heading of its own the page gets its title as one.
    expect(html).toContain('<h1>Refund</h1>');
  });

  it('indexes pages and sections for search', () => {
    const index = JSON.parse(site.read('search/search_index.json'));
    expect(index.docs).toContainEqual({
      location: 'guides/refund/',
      title: 'Refund',
      text: 'Refunds take two people.',
    });
    expect(index.docs).toContainEqual({
      location: 'guides/refund/#steps',
      title: 'Steps',
      text: 'Ask, see the ledger or the start. Plan Form',
    });
  });
});

it('makes a site of a docs folder alone, ordered by folders and titles', async () => {
  const site = createSite({
    'docs/b-page.md': '# Second\n',
    'docs/index.md': '# Welcome\n',
    'docs/how-to/10-ten.md': '# Ten\n',
    'docs/how-to/9-nine.md': '# Nine\n',
  });
  await site.build();
  const titles = [
    ...site.read('index.html').matchAll(/md-ellipsis">([^<]*)</g),
  ].map(match => match[1]);
  expect(titles).toEqual(['Welcome', 'Second', 'How to', 'Nine', 'Ten']);
  expect(site.metadata.site_name).toBe('catalog-name');
});

it('says that the folder is missing which the settings name', async () => {
  const site = createSite({
    'README.md': '# Tool\n',
    'mkdocs.yml': 'site_name: Tool\ndocs_dir: documentation\n',
  });
  await site.build();
  expect(site.read('index.html')).toContain('Tool');
  expect(site.metadata.warnings).toMatchObject([
    {
      kind: 'configuration',
      message:
        "There is no folder 'documentation', which 'docs_dir' names; README.md is shown alone",
      page: 'mkdocs.yml',
    },
  ]);
});

it('makes a site of a README alone, with its images', async () => {
  const site = createSite({
    'README.md': '# Tool\n\n![Logo](assets/logo.png)\n',
    'assets/logo.png': pixel,
    'src/main.ts': 'code',
  });
  await site.build();
  expect(site.read('index.html')).toContain(
    '<img src="assets/repository/assets/logo.png" alt="Logo">',
  );
  expect(site.has('assets/repository/assets/logo.png')).toBe(true);
  expect(site.has('assets/repository/src/main.ts')).toBe(false);
});

it('leaves out what mkdocs.yml excludes or hides', async () => {
  const site = createSite({
    'mkdocs.yml':
      'exclude_docs: |\n  drafts/\n  *.tmp.png\n  API.md\nnot_in_nav: |\n  /quiet.md\n  LOUD.md\n',
    'docs/index.md': '# Start\n\n[draft](drafts/a.md) [quiet](quiet.md)\n',
    'docs/drafts/a.md': '# Draft\n',
    'docs/quiet.md': '# Quiet\n',
    // Patterns tell capital letters from small ones.
    'docs/sub/api.md': '# Interface\n',
    'docs/loud.md': '# Loud\n',
    'docs/x.tmp.png': pixel,
  });
  await site.build();
  expect(site.has('drafts/a/index.html')).toBe(false);
  expect(site.has('x.tmp.png')).toBe(false);
  expect(site.has('quiet/index.html')).toBe(true);
  const navigation = site.read('index.html').split('md-content')[0];
  expect(navigation).not.toContain('Quiet');
  expect(navigation).toMatch(/Loud[\s\S]*Interface/);
  expect(site.metadata.warnings).toEqual([
    expect.objectContaining({ kind: 'broken-link', line: 3 }),
  ]);
});

it('makes a start page when there is none', async () => {
  const site = createSite({ 'docs/a.md': '# Alpha\n' });
  await site.build();
  expect(site.read('index.html')).toContain('<li><a href="a/">Alpha</a></li>');
});

it('collects broken links, anchors and images with file and line', async () => {
  const site = createSite({
    'docs/index.md':
      '# A\n\n[gone](gone.md)\n\n![gone](gone.png)\n\n[no such heading](#nowhere)\n\n[b](b.md#nowhere) [b](b.md#real)\n',
    'docs/b.md': '# B\n\n## Real\n',
    'mkdocs.yml': 'nav:\n  - index.md\n  - lost.md\nhooks: [x.py]\n',
  });
  await site.build();
  const page = 'docs/index.md';
  expect(site.metadata.warnings).toMatchObject([
    {
      kind: 'configuration',
      message: "'hooks' in mkdocs.yml is not supported and was ignored",
      page: 'mkdocs.yml',
      line: 4,
    },
    {
      kind: 'navigation',
      message: "'nav' names 'lost.md', and there is no such page",
      page: 'mkdocs.yml',
    },
    {
      kind: 'broken-link',
      message: "The link target 'gone.md' does not exist",
      page,
      line: 3,
    },
    {
      kind: 'missing-image',
      message: "The image 'gone.png' does not exist",
      page,
      line: 5,
    },
    {
      kind: 'broken-anchor',
      message: "The page 'docs/index.md' has no heading '#nowhere'",
      page,
      line: 7,
    },
    {
      kind: 'broken-anchor',
      message: "The page 'docs/b.md' has no heading '#nowhere'",
      page,
      line: 9,
    },
  ]);
});

it('names the lines of broken links on a page with HTML too', async () => {
  const site = createSite({
    'docs/index.md':
      '---\ntitle: A\n---\n<b>A</b>\n\n[gone](gone.md?a=1&b=2) ![gone](<gone here.png>)\n',
  });
  await site.build();
  expect(site.metadata.warnings.map(({ kind, line }) => [kind, line])).toEqual([
    ['broken-link', 6],
    ['missing-image', 6],
  ]);
});

describe('building again', () => {
  it('renders only what changed', async () => {
    const site = createSite({
      'docs/index.md': '# A\n\n[b](b.md)\n',
      'docs/b.md': '# B\n',
      'docs/c.md': '--8<-- "part.txt"\n',
      'docs/part.txt': 'one',
    });
    await site.build();
    const first = site.read('c/index.html');
    await site.build();
    expect(site.read('c/index.html')).toBe(first);

    site.write({ 'docs/part.txt': 'two' });
    await site.build();
    expect(site.read('c/index.html')).toContain('<p>two</p>');

    // A new page mends the broken link of one that did not change itself.
    site.write({ 'docs/b.md': '# B\n\n[d](d.md)\n' });
    await site.build();
    site.write({ 'docs/d.md': '# D\n' });
    await site.build();
    expect(site.metadata.warnings).toEqual([]);
    expect(site.read('b/index.html')).toContain('<a href="../d/">d</a>');
    expect(
      site.messages.map(text => /\((\d+) rendered/.exec(text)?.[1]),
    ).toEqual(['3', '0', '1', '1', '2']);
  });

  it('renders again when the kept pages are cut short', async () => {
    const site = createSite({ 'docs/index.md': '# A\n' });
    await site.build();
    const cache = path.join(site.root, 'cache');
    const [kept] = readdirSync(cache).map(name => path.join(cache, name));
    const content = readFileSync(kept);
    for (const end of [10, content.length - 1]) {
      writeFileSync(kept, content.subarray(0, end));
      await site.build();
      expect(site.messages.at(-1)).toContain('1 rendered anew');
    }
    await site.build();
    expect(site.messages.at(-1)).toContain('0 rendered anew');
  });

  it('builds although the pages cannot be kept, and says so', async () => {
    const site = createSite({ 'docs/index.md': '# A\n' });
    writeFileSync(path.join(site.root, 'cache'), 'in the way');
    await site.build();
    expect(site.has('index.html')).toBe(true);
    expect(site.messages[0]).toContain('Rendered pages could not be kept');
  });
});

describe('bad input', () => {
  it('does not follow links out of the folder', async () => {
    const site = createSite({
      'docs/index.md': '# A\n\n--8<-- "secret.md"\n\n![x](secret.png)\n',
    });
    const secret = path.join(site.root, 'secret');
    writeFileSync(secret, 'top secret');
    for (const name of ['secret.md', 'secret.png']) {
      symlinkSync(secret, path.join(site.inputDir, 'docs', name));
    }
    symlinkSync(site.root, path.join(site.inputDir, 'docs', 'up'));
    await site.build();
    expect(site.metadata.files.filter(file => /secret|up/.test(file))).toEqual(
      [],
    );
    expect(site.read('index.html')).not.toContain('top secret');
    expect(site.metadata.warnings.map(({ kind }) => kind).sort()).toEqual([
      'file',
      'file',
      'file',
      'missing-image',
      'snippet',
    ]);
  });

  it('refuses a docs folder that is a link', async () => {
    const site = createSite({ 'other/index.md': '# A\n' });
    symlinkSync(
      path.join(site.inputDir, 'other'),
      path.join(site.inputDir, 'docs'),
    );
    await expect(site.build()).rejects.toThrow("neither a folder 'docs'");
  });

  it('puts a message in place of a page of 20 MB', async () => {
    const site = createSite({
      'docs/index.md': '# A\n',
      'docs/big.md': 'x'.repeat(20_000_000),
    });
    await site.build();
    const message = 'This page has 20 MB; at most 1 MB are shown';
    expect(site.read('big/index.html')).toContain(message);
    expect(site.metadata.warnings).toEqual([
      {
        kind: 'limit',
        message,
        messages: {
          message: [
            {
              key: 'docs.warning.pageTooLarge',
              values: {
                size: { key: 'docs.size.MB', values: { size: 20 } },
                maxSize: { key: 'docs.size.MB', values: { size: 1 } },
              },
            },
          ],
        },
        page: 'docs/big.md',
      },
    ]);
  });

  it.each([
    ['too many pages', { maxPages: 1 }, 'has 2 pages; at most 1 are allowed'],
    ['too much Markdown', { maxSiteBytes: 5 }, 'at most 5 bytes are allowed'],
    ['too large files', { maxAssetsBytes: 2 }, 'at most 2 bytes are allowed'],
  ])('fails with a clear message at %s', async (_name, limits, message) => {
    const site = createSite(
      { 'docs/index.md': '# A\n', 'docs/b.md': '# B\n', 'docs/x.png': pixel },
      limits,
    );
    await expect(site.build()).rejects.toThrow(message);
    expect(site.has('index.html')).toBe(false);
  });

  it('refuses 10,000 pages before it reads the first', async () => {
    const site = createSite(
      Object.fromEntries(
        Array.from({ length: 10_000 }, (_, n) => [
          `docs/${n % 100}/p${n}.md`,
          '# A',
        ]),
      ),
    );
    await expect(site.build()).rejects.toThrow(
      'The documentation has 10000 pages; at most 5000 are allowed',
    );
  });

  it('takes no part in what is not a file of the repository', async () => {
    const site = createSite({ 'docs/index.md': '# A\n', 'real.yml': 'a: 1' });
    const socket = createServer();
    await once(
      socket.listen(path.join(site.inputDir, 'docs', 'socket.md')),
      'listening',
    );
    symlinkSync(
      path.join(site.inputDir, 'real.yml'),
      path.join(site.inputDir, 'mkdocs.yml'),
    );
    await site.build().finally(() => socket.close());
    expect(site.metadata.site_name).toBe('catalog-name');
    expect(site.metadata.warnings).toEqual([
      expect.objectContaining({ kind: 'file', page: 'docs/socket.md' }),
    ]);
  });

  it('shows a page with wrong bytes, and says so', async () => {
    const site = createSite({
      'docs/index.md': new Uint8Array([0x61, 0xff, 0x62]),
      'docs/meant.md': 'This is the character \uFFFD.',
    });
    await site.build();
    expect(site.read('index.html')).toContain('<p>a\uFFFDb</p>');
    expect(site.metadata.warnings).toEqual([
      expect.objectContaining({ kind: 'encoding', page: 'docs/index.md' }),
    ]);
  });

  it('names the line of a broken mkdocs.yml', async () => {
    const site = createSite({
      'docs/index.md': '# A\n',
      'mkdocs.yml': 'a: b\nc: "d\n',
    });
    await expect(site.build()).rejects.toThrow(/not valid YAML at line \d/);
  });

  it('does not let a file replace what the engine writes', async () => {
    const site = createSite({
      'docs/index.md': '# A\n',
      'docs/index.html': '<script>alert(1)</script>',
      'docs/techdocs_metadata.json': '{}',
      'docs/search/search_index.json': '{}',
      'docs/atrium_docs.json': '{}',
    });
    await site.build();
    expect(site.read('index.html')).not.toContain('alert');
    expect(site.metadata.engine).toBe('markdown');
    expect(site.metadata.warnings).toHaveLength(4);
    expect(JSON.parse(site.read('atrium_docs.json')).version).toBe(1);
  });
});

it('leaves neither a folder nor a listener behind once it is closed', async () => {
  const { root } = createSite({});
  const folders = () =>
    readdirSync(root).filter(name => name.startsWith('techdocs-cache-'));
  const tmpdir = jest.spyOn(os, 'tmpdir').mockReturnValue(root);
  const listenerCount = process.listenerCount('exit');
  try {
    const generators = [1, 2].map(() =>
      MarkdownGenerator.fromConfig(new ConfigReader({}), {
        gitHosts: { openHistory: () => undefined },
      }),
    );
    expect(folders()).toHaveLength(2);
    expect(process.listenerCount('exit')).toBe(listenerCount + 2);
    await Promise.all(generators.map(generator => generator.close()));
    expect(folders()).toEqual([]);
    expect(process.listenerCount('exit')).toBe(listenerCount);
  } finally {
    tmpdir.mockRestore();
  }
});

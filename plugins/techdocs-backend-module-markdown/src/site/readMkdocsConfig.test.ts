import { plainDialect } from '../markdown/MarkdownDialect';
import { TestSite } from '../__testUtils__/TestSite';
import { readMkdocsConfig } from './readMkdocsConfig';
import { PAGE_FOLDER } from './readSnippetSettings';
import { SourceFolder } from './SourceFolder';

async function read(files: Record<string, string>) {
  const site = new TestSite(files);
  try {
    return readMkdocsConfig(new SourceFolder(site.inputDir));
  } finally {
    site.remove();
  }
}

it('reads the supported keys', async () => {
  const config = await read({
    'mkdocs.yml': `
site_name: Payments
site_description: How money moves
docs_dir: ./handbook/
repo_url: https://git.acme.example/acme/payments
edit_uri: _edit/main/handbook/
exclude_docs: |
  *.tmp.md
  /drafts/
not_in_nav: /hidden.md
nav:
  - Home: index.md
theme:
  name: material
plugins: [techdocs-core]
markdown_extensions:
  - admonition
  - markdown.extensions.toc:
      toc_depth: 3
  - pymdownx.highlight:
      linenums: true
  - pymdownx.arithmatex
  - pymdownx.blocks.admonition:
      types:
        - {name: new-thing, class: fresh, title: News}
        - bad name
  - pymdownx.blocks.details:
      types: [more-here]
  - pymdownx.snippets:
      base_path: [., ../outside, docs/parts/]
      auto_append: [includes/links.md, /etc/passwd]
`,
  });
  const { admonition, details } = config.dialect.slashBlockTypes;
  expect(admonition.get('new-thing')).toEqual({
    className: 'fresh',
    title: 'News',
  });
  expect(admonition.get('warning')?.title).toBe('Warning');
  expect(admonition.has('bad name')).toBe(false);
  expect([...details]).toEqual([
    ['more-here', { className: 'more-here', title: 'More Here' }],
  ]);
  expect(config).toEqual({
    fileName: 'mkdocs.yml',
    siteName: 'Payments',
    siteDescription: 'How money moves',
    language: 'en',
    docsDir: 'handbook',
    nav: [{ Home: 'index.md' }],
    excludeDocs: '*.tmp.md\n/drafts/',
    notInNav: '/hidden.md',
    hasNavRest: false,
    literateFile: undefined,
    hasImplicitIndex: false,
    hasSectionIndexes: false,
    repoUrl: 'https://git.acme.example/acme/payments',
    editUri: '_edit/main/handbook/',
    editUriTemplate: undefined,
    dialect: {
      ...plainDialect,
      isMkdocs: true,
      slugStyle: 'ascii',
      hasLineNumbers: true,
      hasBackslashMath: true,
      hasSmartSymbols: true,
      hasCriticMarks: true,
      slashBlockTypes: config.dialect.slashBlockTypes,
      tocDepth: 3,
    },
    blog: undefined,
    redirects: [],
    snippets: {
      basePaths: ['.', 'docs/parts'],
      appended: ['includes/links.md'],
      isDedented: false,
    },
    warnings: [],
  });
});

// From "Paths relative to the current file or site" of mkdocs' user guide.
it('reads !relative as the folder that it names', async () => {
  const baseOf = async (value: string) => {
    const { snippets } = await read({
      'mkdocs.yml': `docs_dir: handbook\nmarkdown_extensions:\n  - pymdownx.snippets:\n      base_path: ${value}\n`,
    });
    return snippets.basePaths;
  };
  await expect(baseOf('!relative')).resolves.toEqual([PAGE_FOLDER]);
  await expect(baseOf('/')).resolves.toEqual([]);
  await expect(
    baseOf(
      '[!relative $docs_dir, !relative $docs_dir/parts, !relative $config_dir, !relative $config_dir/some/child/dir, !relative $config_dir/../x]',
    ),
  ).resolves.toEqual(['handbook', 'handbook/parts', '.', 'some/child/dir']);
});

it('has defaults without a file', async () => {
  await expect(read({})).resolves.toEqual(
    expect.objectContaining({
      fileName: undefined,
      siteName: undefined,
      docsDir: 'docs',
      nav: undefined,
      warnings: [],
    }),
  );
});

it('ignores what could run code and says so', async () => {
  const { warnings } = await read({
    'mkdocs.yml': `
site_name: x
hooks: [evil.py]
extra_javascript: [evil.js]
theme:
  custom_dir: overrides
plugins:
  - techdocs-core
  - exec:
      run: rm
  - mike
markdown_extensions:
  - pymdownx.superfences:
      custom_fences:
        - name: mermaid
          format: !!python/name:pymdownx.superfences.fence_code_format
  - plantuml_markdown
x: !!python/object/apply:os.system ['touch pwned']
`,
  });
  expect(warnings.map(({ line }) => line)).toEqual([3, 4, 18, 6, 9, 11, 17]);
  expect(warnings.map(({ message }) => message)).toEqual([
    "'hooks' in mkdocs.yml is not supported and was ignored",
    "'extra_javascript' in mkdocs.yml is not supported and was ignored",
    "'x' in mkdocs.yml is not supported and was ignored",
    "'theme.custom_dir' in mkdocs.yml is not supported and was ignored",
    "Plugin 'exec' in mkdocs.yml is not supported and was ignored",
    "Versions of 'mike' in mkdocs.yml are not shown: the portal has the documentation of one branch",
    "Markdown extension 'plantuml_markdown' in mkdocs.yml is not supported and was ignored",
  ]);
});

it('reads zensical.toml as it reads mkdocs.yml', async () => {
  const config = await read({
    'zensical.toml': `
[project]
site_name = "Payments"
docs_dir = "handbook"
nav = [{ "Home" = "index.md" }, { "Guides" = ["a.md"] }]

[project.markdown_extensions.toc]
toc_depth = 2
[project.markdown_extensions.pymdownx.magiclink]
user = "acme"
[project.markdown_extensions.pymdownx.blocks.tab]
[project.markdown_extensions.pymdownx.unheard]
`,
  });
  expect(config).toEqual(
    expect.objectContaining({
      fileName: 'zensical.toml',
      siteName: 'Payments',
      docsDir: 'handbook',
      nav: [{ Home: 'index.md' }, { Guides: ['a.md'] }],
      warnings: [
        {
          kind: 'configuration',
          message:
            "Markdown extension 'pymdownx.unheard' in zensical.toml is not supported and was ignored",
          messages: {
            message: [
              {
                key: 'docs.warning.extensionIgnored',
                values: {
                  extension: 'pymdownx.unheard',
                  file: 'zensical.toml',
                },
              },
            ],
          },
          page: 'zensical.toml',
          line: 12,
        },
      ],
    }),
  );
  expect(config.dialect.tocDepth).toBe(2);
  expect(config.dialect.magicLinks?.user).toBe('acme');

  const plain = await read({ 'zensical.toml': '[project]\n' });
  expect(plain.dialect.hasSmartSymbols).toBe(true);
});

it.each([
  ['[project', 'is not valid TOML at line 1, column'],
  ['site_name = "x"', "has no table '[project]'"],
])('says what is wrong with zensical.toml: %s', async (text, message) => {
  await expect(read({ 'zensical.toml': text })).rejects.toThrow(message);
});

it('names the line of broken YAML', async () => {
  await expect(
    read({ 'mkdocs.yml': 'site_name: x\nnav:\n  - a: [b\n  - c: d\n' }),
  ).rejects.toThrow(/^'mkdocs.yml' is not valid YAML at line [34], column \d+/);
});

it('refuses a billion laughs', async () => {
  const levels = Array.from(
    { length: 9 },
    (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(',')}]`,
  );
  await expect(
    read({ 'mkdocs.yml': ['l0: &l0 [x]', ...levels].join('\n') }),
  ).rejects.toThrow('too many YAML aliases');
});

it.each(['..', '../other', '/etc', 'docs/../../x', 'C:\\docs'])(
  'refuses a docs_dir outside the repository: %s',
  async docsDir => {
    await expect(
      read({ 'mkdocs.yml': `docs_dir: '${docsDir}'` }),
    ).rejects.toThrow('must name a folder inside the repository');
  },
);

it.each([
  ['theme: {name: material, language: zh-TW}', 'zh-TW'],
  ['theme: {name: mkdocs, locale: pt_BR}', 'pt-BR'],
  ['theme: {name: material, language: "not a language"}', 'en'],
  ['theme: material', 'en'],
])('takes the language of %s', async (text, language) => {
  const config = await read({ 'mkdocs.yml': text });
  expect(config.language).toBe(language);
});

it('takes the last of repeated keys, as PyYAML does', async () => {
  const config = await read({
    'mkdocs.yml': 'site_name: A\nextra: {a: 1, a: 2}\nsite_name: B',
  });
  expect(config).toMatchObject({ siteName: 'B', warnings: [] });
});

// From "Configuration Inheritance" of mkdocs' user guide.
it('inherits settings, whose maps it adds to', async () => {
  const config = await read({
    'mkdocs.yml':
      'INHERIT: shared/base.yml\nnav: [index.md]\nmarkdown_extensions:\n  toc: {toc_depth: 2}',
    'shared/base.yml':
      'INHERIT: root.yml\nsite_name: Base\nnav: [a.md, b.md]\nmarkdown_extensions:\n  toc: {slugify: !!python/name:pymdownx.slugs.uslugify }\n  tables: {}',
    'shared/root.yml': 'site_name: Root\ntheme: {language: fr}',
  });
  expect(config).toMatchObject({
    siteName: 'Base',
    language: 'fr',
    nav: ['index.md'],
    dialect: { tocDepth: 2, slugStyle: 'lower', isPythonMarkdown: true },
    warnings: [],
  });
});

it('reads the options of extensions, and names those that it ignores', async () => {
  const { dialect, snippets, warnings } = await read({
    'mkdocs.yml': `markdown_extensions:
  - toc:
      separator: "_"
      toc_depth: 2-3
      baselevel: "2"
      permalink: true
      title: Contents
  - pymdownx.smartsymbols: {fractions: false, arrows: false, copyright: true}
  - pymdownx.tilde: {subscript: false, smart_delete: true}
  - pymdownx.caret: {superscript: false, insert: false}
  - pymdownx.snippets: {dedent_subsections: true}
  - pymdownx.critic: {mode: view}
  - markdown.extensions.footnotes:
      BACKLINK_TEXT: up
`,
  });
  expect(dialect).toMatchObject({
    slugSeparator: '_',
    tocTop: 2,
    tocDepth: 3,
    baseLevel: 2,
    unwantedSymbols: ['arrows', 'fractions'],
    hasSubscript: false,
    hasDeletions: true,
    hasSuperscript: false,
    hasInsertions: false,
  });
  expect(snippets.isDedented).toBe(true);
  expect(warnings.map(({ message, line }) => [line, message])).toEqual([
    [
      7,
      "'title' of Markdown extension 'toc' in mkdocs.yml is not supported and was ignored",
    ],
    [
      14,
      "'BACKLINK_TEXT' of Markdown extension 'footnotes' in mkdocs.yml is not supported and was ignored",
    ],
  ]);
});

it.each([
  ['0', 1, 0],
  ['many', 1, 6],
  ['2-x', 1, 6],
  ['3-5', 3, 5],
])('reads toc_depth: %s', async (value, tocTop, tocDepth) => {
  const { dialect } = await read({
    'mkdocs.yml': `markdown_extensions: [{toc: {toc_depth: ${value}}}]\n`,
  });
  expect(dialect).toMatchObject({ tocTop, tocDepth });
});

it.each(['missing.yml', '../outside.yml', 'mkdocs.yml'])(
  'says that %s is nothing to inherit from',
  async parent => {
    const config = await read({
      'mkdocs.yml': `INHERIT: ${parent}\nsite_name: A`,
    });
    expect(config.siteName).toBe('A');
    expect(config.warnings.map(({ message }) => message)).toEqual([
      `'mkdocs.yml' inherits from '${parent}', which is not in the documentation's folder and was ignored`,
    ]);
  },
);

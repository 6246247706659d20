import { toError } from '@backstage/errors';
import fc from 'fast-check';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { TestSite } from '../__testUtils__/TestSite';
import { defaultLimits } from '../readMarkdownEngineConfig';
import { createBuilder } from './createBuilder';
import type { RepositoryAddresses } from '../site/RepositoryAddresses';
import { noAddresses } from '../site/RepositoryAddresses';

/** Names that links, `nav` and snippets know, so that edits meet them. */
const PAGES = [
  'docs/index.md',
  'docs/a.md',
  'docs/guide/index.md',
  'docs/guide/b.md',
  'docs/guide/c.md',
  'README.md',
];

const PIECES = [
  '# Title\n\n',
  '## Steps\n\n',
  '---\ntitle: Named\nhide: [toc]\n---\n',
  '[a](/a.md) [b](guide/b.md#steps) [up](../index.md#nowhere)\n\n',
  '[start](/index.md) [readme](../README.md) [code](../src/main.ts)\n\n',
  '![Plan](img/plan.png) ![Plan](../img/plan.png)\n\n',
  '![Logo](logo.png) ![Logo](../logo.png)\n\n',
  '[plan](img/plan.png)\n\n',
  '--8<-- "part.txt"\n\n',
  '```yaml\na: 1\n\nb: "x"\n```\n\n',
  '<div markdown>\n[a](/a.md)\n</div>\n\n',
  'Refunds (c) take $a$ days\uFFFD.\n\n',
];

const CONFIGURATIONS = [
  undefined,
  'site_name: Payments\n',
  'nav:\n  - Start: index.md\n  - Guide:\n      - guide/b.md\n',
  'markdown_extensions:\n  - toc:\n      toc_depth: 2\n  - pymdownx.smartsymbols\n',
  'markdown_extensions:\n  - pymdownx.highlight:\n      linenums: true\n',
  'docs_dir: docs/guide\n',
  'docs_dir: .\n',
  'exclude_docs: a.md\nrepo_url: https://git.acme.example/acme/payments\nedit_uri: edit/main/docs/\n',
];

const root = 'https://git.acme.example/acme/payments';
const ADDRESSES = [
  noAddresses,
  {
    view: { before: `${root}/src/branch/main/`, after: '', isInQuery: false },
    edit: { before: `${root}/_edit/main/`, after: '', isInQuery: false },
    root,
  },
];

const FILES = [
  'docs/img/plan.png',
  'docs/part.txt',
  'logo.png',
  'src/main.ts',
  'docs/guide/part.txt',
];

type Edit =
  | { kind: 'write'; file: string; text: string }
  | { kind: 'remove'; file: string }
  | { kind: 'rename'; file: string; to: string }
  | { kind: 'configure'; text: string | undefined }
  | { kind: 'move'; addresses: RepositoryAddresses };

const pages = fc.constantFrom(...PAGES);
const pageText = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 5 })
  .map(pieces => pieces.join(''));

const edits: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('write'),
      file: pages,
      text: pageText,
    }),
  },
  fc.record({
    kind: fc.constant('write'),
    file: fc.constantFrom(...FILES),
    text: fc.constantFrom('one', '[a](/a.md)', '# Part\n'),
  }),
  fc.record({
    kind: fc.constant('remove'),
    file: fc.constantFrom(...PAGES, ...FILES),
  }),
  fc.record({ kind: fc.constant('rename'), file: pages, to: pages }),
  fc.record({
    kind: fc.constant('configure'),
    text: fc.constantFrom(...CONFIGURATIONS),
  }),
  fc.record({
    kind: fc.constant('move'),
    addresses: fc.constantFrom(...ADDRESSES),
  }),
);

/** What a folder holds; the time of the build is left out. */
function readTree(directory: string): Record<string, string> {
  const tree: Record<string, string> = {};
  for (const entry of readdirSync(directory, {
    recursive: true,
    withFileTypes: true,
  })) {
    if (entry.isFile()) {
      const file = path.join(entry.parentPath, entry.name);
      tree[path.relative(directory, file)] = readFileSync(
        file,
        'latin1',
      ).replace(/"build_timestamp":\d+/, '');
    }
  }
  return tree;
}

const site = new TestSite({});
const build = createBuilder(() => undefined);
afterAll(() => site.remove());

let siteCount = 0;

class EditedSite {
  readonly #files = new Map<string, string>();
  #addresses: RepositoryAddresses = noAddresses;
  #stepCount = 0;
  readonly #name: string;

  constructor() {
    siteCount += 1;
    this.#name = `site-${siteCount}`;
  }

  apply(edit: Edit) {
    switch (edit.kind) {
      case 'write':
        this.#files.set(edit.file, edit.text);
        break;
      case 'remove':
        this.#files.delete(edit.file);
        break;
      case 'rename':
        this.#rename(edit.file, edit.to);
        break;
      case 'configure':
        this.#files.delete('mkdocs.yml');
        if (edit.text) {
          this.#files.set('mkdocs.yml', edit.text);
        }
        break;
      case 'move':
        this.#addresses = edit.addresses;
        break;
      default:
        throw new Error('Unknown edit');
    }
  }

  /** Builds on what the last build has left, or on nothing. */
  async build(isAnew: boolean) {
    this.#stepCount += 1;
    // The preparer unpacks a repository into a folder of its own each time.
    rmSync(site.inputDir, { recursive: true, force: true });
    site.write({ 'notes.txt': '', ...Object.fromEntries(this.#files) });
    const outputDir = site.createOutputDir();
    const cacheKey = isAnew ? `${this.#name}-${this.#stepCount}` : this.#name;
    try {
      const { renderedCount: _, ...result } = await build({
        inputDir: site.inputDir,
        outputDir,
        siteName: 'catalog-name',
        etag: this.#files.size.toString(16).padStart(40, 'a'),
        addresses: this.#addresses,
        limits: defaultLimits,
        cacheDirectory: path.join(site.root, 'cache'),
        cacheKey,
      });
      return { result, tree: readTree(outputDir) };
    } catch (error) {
      return { problem: toError(error).message };
    } finally {
      rmSync(outputDir, { recursive: true });
    }
  }

  #rename(file: string, to: string) {
    const text = this.#files.get(file);
    if (text !== undefined) {
      this.#files.delete(file);
      this.#files.set(to, text);
    }
  }
}

it('gives the same bytes as a build anew, whatever was edited', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(edits, { minLength: 4, maxLength: 12 }),
      async steps => {
        const edited = new EditedSite();
        edited.apply({ kind: 'write', file: 'docs/a.md', text: '# A\n' });
        for (const step of steps) {
          edited.apply(step);
          expect(await edited.build(false)).toEqual(await edited.build(true));
        }
      },
    ),
    { numRuns: 25 },
  );
});

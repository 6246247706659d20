import type { MarkdownIt } from 'markdown-it';
import path from 'node:path';
import { escapeHtml } from '../markdown/escapeHtml';
import type { Highlighter } from '../markdown/Highlighter';
import { renderPage } from '../markdown/renderPage';
import type { EngineLimits } from '../readMarkdownEngineConfig';
import type { CheckedPage } from './checkLinks';
import type { CachedPage, CachedSite } from './CachedSite';
import { ENGINE_VERSION, hashText } from './CachedSite';
import type { LinkResolver } from './LinkResolver';
import type { MkdocsConfig } from './readMkdocsConfig';
import type { PageLink, RenderedPage } from './RenderedPage';
import type { SitePage } from './SitePage';
import type { ReadTextResult, SourceFolder } from './SourceFolder';

export interface RenderPagesOptions {
  folder: SourceFolder;
  config: MkdocsConfig;
  pages: SitePage[];
  resolver: LinkResolver;
  limits: EngineLimits;
  md: MarkdownIt;
  highlighter: Highlighter;
  /** What the last build of this site left. */
  cached: CachedSite;
  /** Told before each page that takes work. */
  onPage(sourcePath: string): void;
}

export interface RenderPagesResult {
  pages: CheckedPage[];
  cache: CachedSite;
  renderedCount: number;
}

const PAGES_AT_A_TIME = 4;

function isSameLink(a: PageLink, b: PageLink): boolean {
  return (
    a.resolved === b.resolved &&
    a.isBroken === b.isBroken &&
    a.isDownload === b.isDownload &&
    a.targetPage === b.targetPage
  );
}

/** A page in place of one that is too large to read. */
function oversizedPage(page: SitePage, maxBytes: number): RenderedPage {
  const message = `This page has ${page.sizeBytes} bytes; at most ${maxBytes} are shown`;
  return {
    html: `<p>${escapeHtml(message)}.</p>\n`,
    title: undefined,
    description: undefined,
    hasTitleHeading: false,
    hidden: [],
    headings: [],
    sections: [{ id: undefined, title: '', text: '' }],
    wordCount: 0,
    ids: [],
    links: [],
    snippets: [],
    warnings: [{ kind: 'limit', message, page: page.sourcePath }],
  };
}

/** Reads files for snippets, each once per build, and knows their hashes. */
class SnippetFiles {
  private readonly texts = new Map<string, string | undefined>();
  private readonly hashes = new Map<string, string>();

  constructor(
    private readonly folder: SourceFolder,
    private readonly docsDir: string,
    private readonly maxBytes: number,
  ) {}

  read(docPath: string): string | undefined {
    if (!this.texts.has(docPath)) {
      this.texts.set(docPath, this.load(docPath));
    }
    return this.texts.get(docPath);
  }

  hashOf(docPath: string): string {
    return this.hashes.get(docPath) ?? '';
  }

  private load(docPath: string): string | undefined {
    const sourcePath = path.posix.join(this.docsDir, docPath);
    const sizeBytes = this.folder.fileSize(sourcePath);
    if (sizeBytes === undefined || sizeBytes > this.maxBytes) {
      return undefined;
    }
    const { text } = this.folder.readText(sourcePath);
    const normalized = text.replace(/\r\n?/g, '\n');
    this.hashes.set(docPath, hashText(normalized));
    return normalized;
  }
}

class PagesRenderer {
  private readonly snippetFiles: SnippetFiles;
  private readonly result: RenderPagesResult = {
    pages: [],
    cache: new Map(),
    renderedCount: 0,
  };

  constructor(private readonly options: RenderPagesOptions) {
    const { folder, config, limits } = options;
    this.snippetFiles = new SnippetFiles(
      folder,
      config.docsDir,
      limits.maxPageBytes,
    );
  }

  async run(): Promise<RenderPagesResult> {
    const { pages } = this.options;
    const checked = new Map<SitePage, CheckedPage>();
    const rest = pages.values();
    const renderInTurn = async () => {
      for (const page of rest) {
        checked.set(page, await this.toChecked(page));
      }
    };
    // While one page waits for its colours, the next is read.
    await Promise.all(Array.from({ length: PAGES_AT_A_TIME }, renderInTurn));
    this.result.pages = pages.flatMap(page => checked.get(page) ?? []);
    return this.result;
  }

  private async toChecked(page: SitePage): Promise<CheckedPage> {
    const { folder, limits } = this.options;
    if (page.sizeBytes > limits.maxPageBytes) {
      const rendered = oversizedPage(page, limits.maxPageBytes);
      return { page, rendered, sourceHash: undefined };
    }
    const source = folder.readText(page.sourcePath);
    const sourceHash = hashText(source.text);
    const rendered = await this.toRendered(page, source, sourceHash);
    return { page, rendered, sourceHash };
  }

  private async toRendered(
    page: SitePage,
    { text, isValidUtf8 }: ReadTextResult,
    sourceHash: string,
  ): Promise<RenderedPage> {
    const { limits, config, cached, onPage } = this.options;
    const key = hashText(
      ENGINE_VERSION,
      sourceHash,
      JSON.stringify([
        config.hasLineNumbers,
        config.hasBackslashMath,
        config.hasSmartSymbols,
        config.tocDepth,
        limits.maxHighlightMilliseconds,
        isValidUtf8,
        page.url,
      ]),
    );
    const known = cached.get(page.sourcePath);
    if (known?.key === key && this.isCurrent(page, known)) {
      this.result.cache.set(page.sourcePath, known);
      return known.rendered;
    }

    onPage(page.sourcePath);
    const rendered = await renderPage(text, {
      md: this.options.md,
      highlighter: this.options.highlighter,
      hasLineNumbers: config.hasLineNumbers,
      hasBackslashMath: config.hasBackslashMath,
      hasSmartSymbols: config.hasSmartSymbols,
      tocDepth: config.tocDepth,
      maxHighlightMilliseconds: limits.maxHighlightMilliseconds,
      isValidUtf8,
      readSnippet: docPath => this.snippetFiles.read(docPath),
      hashSnippet: docPath => this.snippetFiles.hashOf(docPath),
      resolveLink: request => this.options.resolver.resolve(page, request),
    });
    for (const warning of rendered.warnings) {
      warning.page = page.sourcePath;
    }
    this.result.renderedCount += 1;
    // How far highlighting got depends on the machine and is no fact to keep.
    const isComplete = rendered.warnings.every(({ kind }) => kind !== 'limit');
    if (isComplete) {
      this.result.cache.set(page.sourcePath, { key, rendered });
    }
    return rendered;
  }

  /** Whether links and snippets still mean what they meant. */
  private isCurrent(page: SitePage, { rendered }: CachedPage): boolean {
    const hasSnippetProblem = rendered.warnings.some(
      ({ kind }) => kind === 'snippet',
    );
    if (hasSnippetProblem) {
      return false;
    }
    for (const { path: docPath, hash } of rendered.snippets) {
      this.snippetFiles.read(docPath);
      if (this.snippetFiles.hashOf(docPath) !== hash) {
        return false;
      }
    }
    return rendered.links.every(link =>
      isSameLink(link, this.options.resolver.resolve(page, link)),
    );
  }
}

/** Renders the pages of a site, leaving out those that did not change. */
export function renderPages(
  options: RenderPagesOptions,
): Promise<RenderPagesResult> {
  return new PagesRenderer(options).run();
}

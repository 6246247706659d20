import type { MarkdownIt } from 'markdown-it';
import { setImmediate } from 'node:timers/promises';
import { words } from '../markdown/docsWords';
import { escapeHtml } from '../markdown/escapeHtml';
import { dialectKey } from '../markdown/MarkdownDialect';
import { renderExcerpt } from '../markdown/renderExcerpt';
import type { RenderPageOptions } from '../markdown/renderPage';
import { renderPage } from '../markdown/renderPage';
import { toWarning } from '../markdown/SiteWarning';
import type { EngineLimits } from '../readMarkdownEngineConfig';
import type { CheckedPage } from './checkLinks';
import type { CachedSite } from './CachedSite';
import type { BlogPost } from '../site/collectBlog';
import { describeSize } from '../site/describeSize';
import { hashText } from '../site/hashText';
import { KeptPage } from './KeptPage';
import type { LinkResolver } from '../site/LinkResolver';
import type { MkdocsConfig } from '../site/readMkdocsConfig';
import type { PageLink } from '../markdown/RenderedPage';
import type { SitePage } from '../site/SitePage';
import { SnippetFiles } from '../site/SnippetFiles';
import type { ReadTextResult, SourceFolder } from '../site/SourceFolder';

export interface RenderPagesOptions {
  folder: SourceFolder;
  config: MkdocsConfig;
  pages: SitePage[];
  /** Posts among the pages. */
  posts: BlogPost[];
  resolver: LinkResolver;
  limits: EngineLimits;
  md: MarkdownIt;
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

/** A page that the last build did not leave as it is now. */
interface ReadPage {
  page: SitePage;
  source: ReadTextResult;
  sourceHash: string;
  /** By what it is known in the next build. */
  key: string;
}

function isSameLink(a: PageLink, b: PageLink): boolean {
  return (
    a.resolved === b.resolved &&
    a.isBroken === b.isBroken &&
    a.isDownload === b.isDownload &&
    a.targetPage === b.targetPage
  );
}

/** A page in place of one that is too large to read. */
function oversizedPage(page: SitePage, maxBytes: number): KeptPage {
  const message = words.describe('docs.warning.pageTooLarge', {
    size: describeSize(page.sizeBytes),
    maxSize: describeSize(maxBytes),
  });
  return KeptPage.ofHtml(`<p>${escapeHtml(words.text(message))}.</p>\n`, [
    toWarning('limit', message, { page: page.sourcePath }),
  ]);
}

class PagesRenderer {
  readonly #snippetFiles: SnippetFiles;
  readonly #known: CachedSite['pages'];
  /** Whether every link leads where it led in the last build. */
  readonly #isLinkingSame: boolean;
  readonly #result: RenderPagesResult;
  readonly #posts: ReadonlyMap<SitePage, BlogPost>;
  readonly #options: RenderPagesOptions;

  constructor(options: RenderPagesOptions) {
    this.#options = options;
    this.#posts = new Map(options.posts.map(post => [post.page, post]));
    const { folder, config, limits, cached, resolver } = options;
    this.#snippetFiles = new SnippetFiles(folder, config, limits);
    const settings = JSON.stringify([
      config.docsDir,
      dialectKey(config.dialect),
      config.snippets,
      config.blog,
      config.tags,
    ]);
    this.#known = cached.settings === settings ? cached.pages : new Map();
    const { linkKey } = resolver;
    this.#isLinkingSame = linkKey !== undefined && linkKey === cached.linkKey;
    this.#result = {
      pages: [],
      cache: { settings, linkKey, pages: new Map() },
      renderedCount: 0,
    };
  }

  async run(): Promise<RenderPagesResult> {
    for (const page of this.#options.pages) {
      const read = this.#read(page);
      if ('rendered' in read) {
        this.#result.pages.push(read);
        continue;
      }
      const rendered = this.#render(read);
      this.#result.pages.push({ page, rendered, sourceHash: read.sourceHash });
      // Lets the message out that names the page.
      await setImmediate();
    }
    return this.#result;
  }

  /** A page as the last build left it, or what it has to be rendered from. */
  #read(page: SitePage): CheckedPage | ReadPage {
    const { folder, limits } = this.#options;
    if (page.sizeBytes > limits.maxPageBytes) {
      const rendered = oversizedPage(page, limits.maxPageBytes);
      return { page, rendered, sourceHash: undefined };
    }
    const source = folder.readText(page.sourcePath);
    const sourceHash = hashText(source.text);
    const key = hashText(sourceHash, String(source.isValidUtf8), page.url);
    const known = this.#known.get(page.sourcePath);
    if (known?.key === key && this.#isCurrent(page, known.page)) {
      this.#result.cache.pages.set(page.sourcePath, known);
      return { page, rendered: known.page, sourceHash };
    }
    return { page, source, sourceHash, key };
  }

  #render({ page, source, key }: ReadPage): KeptPage {
    const { limits, config, onPage } = this.#options;
    const { text, isValidUtf8 } = source;
    onPage(page.sourcePath);
    const renderOptions: RenderPageOptions = {
      md: this.#options.md,
      dialect: config.dialect,
      maxHighlightMilliseconds: limits.maxHighlightMilliseconds,
      isValidUtf8,
      readSnippet: file => this.#snippetFiles.read(page, file)?.text,
      hashSnippet: file => this.#snippetFiles.read(page, file)?.hash ?? '',
      tagNames: config.tags && {
        property: config.tags.property,
        directive: config.tags.directive,
      },
      snippets: config.snippets,
      resolveLink: request => this.#options.resolver.resolve(page, request),
    };
    const rendered = renderPage(this.#withListing(page, text), renderOptions);
    const post = this.#posts.get(page);
    if (post && config.blog) {
      rendered.excerpt = renderExcerpt(text, renderOptions, {
        pageUrl: page.url,
        title: post.metadata.title,
        separator: config.blog.excerptSeparator,
        article: rendered.html,
        wordsPerMinute: config.blog.wordsPerMinute,
      });
    }
    for (const warning of rendered.warnings) {
      warning.page = page.sourcePath;
    }
    this.#result.renderedCount += 1;
    // How far highlighting got depends on the machine and is no fact to keep.
    const isComplete = rendered.warnings.every(({ kind }) => kind !== 'limit');
    const kept = KeptPage.from(rendered, {
      url: page.url,
      levels: config.dialect,
    });
    if (isComplete) {
      this.#result.cache.pages.set(page.sourcePath, { key, page: kept });
    }
    return kept;
  }

  /** `tags_file` ends with a list where it has none. */
  #withListing(page: SitePage, text: string): string {
    const { tags } = this.#options.config;
    if (!tags?.directive || page.docPath !== tags.listingFile) {
      return text;
    }
    const comment = `<!-- ${tags.directive} -->`;
    const marked = text.replaceAll('[TAGS]', () => comment);
    return marked.toLowerCase().includes(comment.toLowerCase())
      ? marked
      : `${marked}\n\n${comment}\n`;
  }

  /** Whether links and snippets still mean what they meant. */
  #isCurrent(page: SitePage, kept: KeptPage): boolean {
    const { snippets, warnings } = kept.summary;
    if (warnings.some(({ kind }) => kind === 'snippet')) {
      return false;
    }
    for (const { path: file, hash } of snippets) {
      if (this.#snippetFiles.read(page, file)?.hash !== hash) {
        return false;
      }
    }
    return (
      this.#isLinkingSame ||
      kept
        .readLinks()
        .every(link =>
          isSameLink(link, this.#options.resolver.resolve(page, link)),
        )
    );
  }
}

/** Renders the pages of a site, leaving out those that did not change. */
export function renderPages(
  options: RenderPagesOptions,
): Promise<RenderPagesResult> {
  return new PagesRenderer(options).run();
}

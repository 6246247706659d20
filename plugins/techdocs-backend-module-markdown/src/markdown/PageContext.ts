import type { MessageDescriptor } from '@atrium/common';
import type { Env } from 'markdown-it';
import { randomBytes } from 'node:crypto';
import { type SiteWarning, toWarning } from './SiteWarning';
import type { MarkdownDialect } from './MarkdownDialect';
import type { TagListing } from './TagListing';

/** A heading as the table of contents and the search index need it. */
export interface PageHeading {
  level: number;
  id: string;
  text: string;
}

export type LinkKind = 'link' | 'image';

export interface ResolveLinkRequest {
  kind: LinkKind;
  href: string;
  line?: number;
  /** Written as HTML, where mkdocs reads addresses from the page's own. */
  isHtml?: boolean;
}

export interface ResolvedLink {
  href: string;
  /** The target is a file of the site and not a page. */
  isDownload?: boolean;
}

/** How the start of a post is shown in a list of posts. */
export interface ExcerptOptions {
  /** The comment that ends it. */
  separator: string;
  /** Address of the whole post. */
  href: string;
}

export interface PageContextOptions {
  /** What the site has switched on. */
  dialect: MarkdownDialect;
  maxHighlightMilliseconds: number;
  /** Lines above the Markdown in the file, such as front matter. */
  lineOffset: number;
  /** Snippets move lines about; then no line is named rather than a wrong one. */
  hasExactLines: boolean;
  /** The comment in place of which pages are listed by tag, where the site has any. */
  tagDirective?: string;
  /** Set while the start of a post is rendered for a list of posts. */
  excerpt?: ExcerptOptions;
  resolveLink(request: ResolveLinkRequest): ResolvedLink;
}

const KEY = 'atriumPage';

/** Everything one rendering of one page collects on its way. */
export class PageContext {
  readonly headings: PageHeading[] = [];
  readonly warnings: SiteWarning[] = [];
  readonly tagListings: TagListing[] = [];
  /** Definitions of `[name]: address` by name, until the page is read. */
  readonly references: Map<string, NonNullable<Env['references']>[string]> =
    new Map();
  /** Counts tab groups, so that their radio buttons do not meet. */
  tabGroupCount = 0;
  /** Set when the page holds HTML of its author, which must be sanitised. */
  hasRawHtml = false;

  /** Where links of Markdown stand, for the sanitiser that meets them all. */
  readonly #linkLines = new Map<string, number | undefined>();

  readonly #tagLines = new Map<string, number | undefined>();

  readonly #nonce = randomBytes(12).toString('hex');
  readonly #slots: string[] = [];

  constructor(readonly options: PageContextOptions) {}

  toEnv(): Env {
    return { [KEY]: this };
  }

  static of(env: Env | undefined): PageContext {
    const context = env?.[KEY];
    if (!(context instanceof PageContext)) {
      throw new Error('Markdown was rendered without a page context');
    }
    return context;
  }

  warn(
    kind: SiteWarning['kind'],
    message: MessageDescriptor,
    blockLine?: number | undefined,
  ) {
    const line = this.toFileLine(blockLine);
    this.warnings.push(toWarning(kind, message, { line }));
  }

  /** Remembers where a tag stands first, for what is said when it is removed. */
  noteTag(name: string, blockLine: number | undefined) {
    const key = name.toLowerCase();
    if (!this.#tagLines.has(key)) {
      this.#tagLines.set(key, blockLine);
    }
  }

  lineOfTag(name: string): number | undefined {
    return this.#tagLines.get(name);
  }

  noteLink({ kind, href, line }: ResolveLinkRequest) {
    const key = `${kind}:${href}`;
    if (!this.#linkLines.has(key)) {
      this.#linkLines.set(key, line);
    }
  }

  /** What the sanitiser asks for a link that it meets. */
  toRequest(kind: LinkKind, href: string): ResolveLinkRequest {
    const key = `${kind}:${href}`;
    return this.#linkLines.has(key)
      ? { kind, href, line: this.#linkLines.get(key) }
      : { kind, href, isHtml: true };
  }

  toFileLine(blockLine: number | undefined): number | undefined {
    return blockLine === undefined || !this.options.hasExactLines
      ? undefined
      : blockLine + 1 + this.options.lineOffset;
  }

  /**
   * Keeps markup of the engine's own out of the sanitiser.
   *
   * @remarks
   * The place holder is plain text with a random part, which no author can
   * guess, in characters that no document uses.
   */
  slot(html: string): string {
    if (!this.hasRawHtml) {
      return html;
    }
    this.#slots.push(html);
    return `\uE000${this.#nonce}.${this.#slots.length - 1}\uE001`;
  }

  fillSlots(html: string): string {
    if (this.#slots.length === 0) {
      return html;
    }
    const pattern = new RegExp(`\uE000${this.#nonce}\\.(\\d+)\uE001`, 'g');
    return html.replace(
      pattern,
      (_, index) => this.#slots[Number(index)] ?? '',
    );
  }
}

import type { MarkdownIt, Token } from 'markdown-it';
import { words } from './docsWords';
import type { PageLink, RenderedPage } from './RenderedPage';
import { cutAtSeparator } from './cutAtSeparator';
import { collectSections } from './collectSections';
import { countWords } from './countWords';
import { MAX_NESTING } from './createMarkdown';
import type { ReadSnippet, SnippetOptions } from './expandSnippets';
import { expandSnippets } from './expandSnippets';
import { highlightFences } from './fences';
import type { ExcerptOptions, ResolveLinkRequest } from './PageContext';
import { PageContext } from './PageContext';
import { readFrontMatter } from './readFrontMatter';
import { sanitizeArticle } from './sanitizeArticle';
import type { MarkdownDialect } from './MarkdownDialect';
import { toWarning } from './SiteWarning';

export interface RenderPageOptions {
  md: MarkdownIt;
  dialect: MarkdownDialect;
  maxHighlightMilliseconds: number;
  isValidUtf8: boolean;
  readSnippet: ReadSnippet;
  hashSnippet(path: string): string;
  snippets: SnippetOptions;
  /** What the site calls its tags; undefined where it has none. */
  tagNames?: { property: string; directive: string | undefined };
  /** Renders only the start of a post, for a list of posts. */
  excerpt?: ExcerptOptions;
  resolveLink(request: ResolveLinkRequest): PageLink;
}

function normalizeText(source: string): string {
  return (
    source
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n')
      // The slots of the sanitiser and excerpts use these, and no text does.
      .replace(/[\uE000-\uE003]/g, '\uFFFD')
  );
}

function collectIds(html: string): string[] {
  const ids: string[] = [];
  for (const match of html.matchAll(/\s(?:id|name)="([^"]*)"/g)) {
    ids.push(match[1]);
  }
  return ids;
}

/** At the last level only blocks without blocks inside are complete. */
function isTooDeep(tokens: Token[]): boolean {
  return tokens.some(
    ({ level, nesting, type }) =>
      nesting === 1 &&
      level >= MAX_NESTING - 1 &&
      !['paragraph_open', 'heading_open'].includes(type),
  );
}

/** Renders one Markdown file to the article of its page. */
export function renderPage(
  source: string,
  options: RenderPageOptions,
): RenderedPage {
  const { frontMatter, body, lineCount, problem } = readFrontMatter(
    normalizeText(source),
    { hasFields: options.dialect.isMkdocs },
  );
  const snippets = expandSnippets(body, options.readSnippet, options.snippets);
  const links: PageLink[] = [];
  const context = new PageContext({
    dialect: options.dialect,
    maxHighlightMilliseconds: options.maxHighlightMilliseconds,
    lineOffset: lineCount,
    hasExactLines: !snippets.hasMovedLines,
    excerpt: options.excerpt,
    tagDirective: options.tagNames?.directive,
    resolveLink(request) {
      const link = options.resolveLink(request);
      links.push(link);
      return { href: link.resolved, isDownload: link.isDownload };
    },
  });
  if (!options.isValidUtf8) {
    context.warn('encoding', words.describe('docs.warning.notUtf8'));
  }
  if (problem) {
    context.warn(
      'front-matter',
      words.describe('docs.warning.frontMatterInvalid', { problem }),
    );
  }
  for (const { message, line } of snippets.problems) {
    // The line is that of the file, also when snippets move those below it.
    context.warnings.push(
      toWarning('snippet', message, {
        line: line === undefined ? undefined : line + 1 + lineCount,
      }),
    );
  }

  const env = context.toEnv();
  options.md.set({ linkify: options.dialect.hasBareLinks });
  const parsed = options.md.parse(snippets.text, env);
  const tokens = options.excerpt
    ? cutAtSeparator(parsed, options.excerpt.separator)
    : parsed;
  if (isTooDeep(tokens)) {
    context.warn(
      'limit',
      words.describe('docs.warning.blocksTooDeep', {
        max: String(MAX_NESTING),
      }),
    );
  }
  highlightFences(tokens, context);
  let html = options.md.renderer.render(tokens, options.md.options, env);
  if (context.hasRawHtml) {
    html = context.fillSlots(sanitizeArticle(html, context));
  }

  const titleHeading = context.headings.find(heading => heading.level === 1);
  return {
    html,
    title: frontMatter.title ?? titleHeading?.text,
    description: frontMatter.description,
    hasTitleHeading: titleHeading !== undefined || /<h1[\s>]/.test(html),
    hidden: [...frontMatter.hidden],
    isSearchable: frontMatter.isSearchable,
    headings: context.headings,
    sections: collectSections(tokens),
    wordCount: countWords(tokens),
    ids: collectIds(html),
    links,
    snippets: snippets.files.map(path => ({
      path,
      hash: options.hashSnippet(path),
    })),
    warnings: context.warnings,
    tags: options.tagNames && frontMatter.values.get(options.tagNames.property),
    tagListings: context.tagListings,
    isCut: tokens.length < parsed.length,
  };
}

import { escapeHtml } from './escapeHtml';
import { slugify } from './slugs';
import type { ResolveLinkRequest } from './PageContext';
import type { PageExcerpt, PageLink } from './RenderedPage';
import type { RenderPageOptions } from './renderPage';
import { renderPage } from './renderPage';

/**
 * Stands for the way back to the start of the site in addresses of an excerpt,
 * which is shown on pages of different depth. No text holds the character.
 */
export const SITE_ROOT = '\uE002';

export interface RenderExcerptOptions {
  /** Address of the post inside the site. */
  pageUrl: string;
  /** What stands above it when its Markdown has no title. */
  title: string;
  /** The comment that ends the excerpt. */
  separator: string;
  /** The whole post as HTML. */
  article: string;
  wordsPerMinute: number;
}

const SITE = 'https://site.invalid/';

/** Makes an address that is read from a page one that is read from the start. */
function fromSiteRoot(address: string, pageUrl: string): string {
  const url = URL.canParse(address, SITE + pageUrl)
    ? new URL(address, SITE + pageUrl)
    : undefined;
  return url?.href.startsWith(SITE)
    ? SITE_ROOT + url.href.slice(SITE.length)
    : address;
}

/** Seconds that looking at the first image takes; each further one takes less. */
const FIRST_IMAGE_SECONDS = 12;
const LAST_IMAGE_SECONDS = 3;

/** Minutes that reading an article takes, as mkdocs-material counts them. */
function readingMinutes(html: string, wordsPerMinute: number): number {
  const text = html
    .replace(/<svg[\s>][\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&#?\w+;/g, ' ');
  const wordCount = text.split(/[^\p{L}\p{N}_]+/u).length;
  let seconds = Math.ceil((wordCount / wordsPerMinute) * 60);
  let delta = FIRST_IMAGE_SECONDS;
  for (let images = html.split('<img').length - 1; images > 0; images -= 1) {
    seconds += delta;
    delta = Math.max(delta - 1, LAST_IMAGE_SECONDS);
  }
  return Math.ceil(seconds / 60);
}

function toItself({ kind, href }: ResolveLinkRequest): PageLink {
  return {
    kind,
    href,
    resolved: href,
    isDownload: false,
    isBroken: false,
    targetPage: undefined,
    anchor: undefined,
    repositoryPath: undefined,
    line: undefined,
  };
}

/** Renders the start of a post for the lists that show it. */
export function renderExcerpt(
  source: string,
  options: RenderPageOptions,
  post: RenderExcerptOptions,
): PageExcerpt {
  const { title, pageUrl } = post;
  const href = fromSiteRoot('./', pageUrl);
  const { html, isCut, headings } = renderPage(source, {
    ...options,
    excerpt: { href, separator: post.separator },
    resolveLink: request => {
      if (request.href === href) {
        return toItself(request);
      }
      const link = options.resolveLink(request);
      return { ...link, resolved: fromSiteRoot(link.resolved, pageUrl) };
    },
  });
  const heading = headings.some(({ level }) => level === 1)
    ? ''
    : `<h2 id="${escapeHtml(
        slugify(title),
      )}"><a class="toclink" href="${escapeHtml(href)}">${escapeHtml(
        title,
      )}</a></h2>\n`;
  return {
    html: heading + html,
    hasMore: isCut,
    readingMinutes: readingMinutes(post.article, post.wordsPerMinute),
  };
}

import type { MarkdownIt, StateCore } from 'markdown-it';
import { PageContext } from './PageContext';

/** Each list costs as much as the site has pages. */
const MAX_LISTINGS = 20;

/** Nobody writes more into a comment that names some tags. */
const MAX_OPTIONS_LENGTH = 2_000;

const LAST_LEVEL = 6;

/** Stands in a page for a list that only the whole site can fill. */
export const listingMark = /\uE002(\d+);/g;

function optionsOf(comment: string, directive: string): string | undefined {
  const inside = /^\s*<!--([\s\S]*?)-->\s*$/.exec(comment)?.[1].trim();
  const isDirective = inside?.toLowerCase().startsWith(directive.toLowerCase());
  const options = isDirective ? inside?.slice(directive.length) : undefined;
  return options === undefined ||
    /^\S/.test(options) ||
    options.length > MAX_OPTIONS_LENGTH
    ? undefined
    : options;
}

function findListings(state: StateCore) {
  const { options, tagListings: found } = PageContext.of(state.env);
  if (options.tagDirective === undefined) {
    return;
  }
  let headingCount = 0;
  let level = 1;
  for (const token of state.tokens) {
    if (token.type === 'heading_open') {
      headingCount += 1;
      level = Number(token.tag.slice(1));
    }
    const listing =
      token.type === 'html_block' && found.length < MAX_LISTINGS
        ? optionsOf(token.content, options.tagDirective)
        : undefined;
    if (listing !== undefined) {
      token.type = 'tag_listing';
      token.meta = { index: found.length };
      found.push({
        options: listing,
        level: Math.min(level + 1, LAST_LEVEL),
        headingCount,
      });
    }
  }
}

/**
 * `<!-- material/tags -->` is where pages are listed by their tags.
 *
 * @remarks
 * The page is kept with a mark in its place, in a character that no text holds, as
 * the list changes with other pages.
 */
export function tagListings(md: MarkdownIt) {
  md.core.ruler.after('headings', 'tag_listings', findListings);
  md.renderer.rules.tag_listing = (tokens, index, _options, env) => {
    const context = PageContext.of(env);
    return context.options.excerpt
      ? ''
      : context.slot(`\uE002${tokens[index].meta?.index};`);
  };
}

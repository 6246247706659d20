import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { schemeClass } from './colourSchemes';
import { words } from './docsWords';
import type { LinkKind, ResolveLinkRequest } from './PageContext';
import { PageContext } from './PageContext';

const ADDRESSES: Record<string, [attribute: string, kind: LinkKind]> = {
  link_open: ['href', 'link'],
  image: ['src', 'image'],
};

const OPENING_OR_CLOSING = /<(\/?)([a-z][\w-]*)/gi;

const VOID_TAGS =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

const SAFE_SCHEMES = ['http', 'https', 'mailto', 'tel'];

/** HTML nested deeper than this is no documentation, and costly to sanitise. */
const MAX_HTML_DEPTH = 200;

function rawHtmlTokens(tokens: Token[]): Token[] {
  return tokens.flatMap(token =>
    token.type === 'html_block'
      ? [token]
      : (token.children ?? []).filter(({ type }) => type === 'html_inline'),
  );
}

function htmlDepth(tokens: Token[]): number {
  let depth = 0;
  let deepest = 0;
  for (const { content } of tokens) {
    for (const [, slash, name] of content.matchAll(OPENING_OR_CLOSING)) {
      if (slash) {
        depth = Math.max(depth - 1, 0);
      } else if (!VOID_TAGS.test(name)) {
        depth += 1;
        deepest = Math.max(deepest, depth);
      }
    }
  }
  return deepest;
}

/** Shows the HTML of the author as the text that it is. */
function turnIntoText(tokens: Token[]) {
  for (const token of tokens) {
    token.type = token.type === 'html_block' ? 'code_block' : 'text';
  }
}

/** Decides how the HTML of the author is treated; true if there is any. */
function admitRawHtml(context: PageContext, tokens: Token[]): boolean {
  const raw = rawHtmlTokens(tokens);
  if (htmlDepth(raw) > MAX_HTML_DEPTH) {
    turnIntoText(raw);
    context.warn(
      'removed-html',
      words.describe('docs.warning.htmlTooDeep', {
        max: String(MAX_HTML_DEPTH),
      }),
    );
    return false;
  }
  return raw.length > 0;
}

function readLink(
  token: Token,
  line: number | undefined,
): ResolveLinkRequest | undefined {
  const [attribute, kind] = ADDRESSES[token.type] ?? [];
  const href = attribute ? token.attrGet(attribute) : null;
  return kind && href !== null ? { kind, href: String(href), line } : undefined;
}

function resolveToken(context: PageContext, token: Token, line?: number) {
  const [attribute] = ADDRESSES[token.type] ?? [];
  const link = readLink(token, line);
  if (!attribute || !link) {
    return;
  }
  const resolved = context.options.resolveLink(link);
  token.attrSet(attribute, resolved.href);
  const scheme = link.kind === 'image' && schemeClass(link.href);
  if (scheme) {
    token.attrJoin('class', scheme);
  }
  if (resolved.isDownload && link.kind === 'link') {
    token.attrSet('download', '');
  }
}

/** Remembers where the tags of the author stand; the sanitiser knows no lines. */
function noteTags(context: PageContext, tokens: Token[]) {
  for (const token of tokens) {
    for (const { content } of rawHtmlTokens([token])) {
      let line = token.map?.[0];
      let counted = 0;
      for (const { index, 2: name } of content.matchAll(OPENING_OR_CLOSING)) {
        if (line !== undefined) {
          line += content.slice(counted, index).split('\n').length - 1;
          counted = index;
        }
        context.noteTag(name, line);
      }
    }
  }
}

function resolveLinks(state: StateCore) {
  const context = PageContext.of(state.env);
  context.hasRawHtml = admitRawHtml(context, state.tokens);
  if (context.hasRawHtml) {
    noteTags(context, state.tokens);
  }
  for (const { children, map } of state.tokens) {
    const line = context.toFileLine(map?.[0]);
    for (const child of children ?? []) {
      if (context.hasRawHtml) {
        // The sanitiser meets every link, those inside raw HTML too, but knows
        // no lines.
        const link = readLink(child, line);
        if (link) {
          context.noteLink(link);
        }
      } else {
        resolveToken(context, child, line);
      }
    }
  }
}

/** Turns links to files of the repository into links to their pages. */
export function links(md: MarkdownIt) {
  md.core.ruler.push('resolve_links', resolveLinks);
}

/**
 * Refuses addresses that could run something.
 *
 * @remarks
 * Tighter than the default of markdown-it, which lets some `data:` images in.
 */
export function isSafeAddress(address: string): boolean {
  const end = address.indexOf(':');
  if (end < 0 || SAFE_SCHEMES.includes(address.slice(0, end))) {
    return true;
  }
  // Browsers ignore control characters and spaces inside a scheme.
  const scheme = [...address.slice(0, end)]
    .filter(character => character > ' ')
    .join('')
    .toLowerCase();
  return SAFE_SCHEMES.includes(scheme) || !/^[a-z][a-z0-9+.-]*$/.test(scheme);
}

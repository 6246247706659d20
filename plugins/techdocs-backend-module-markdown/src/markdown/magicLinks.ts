import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import type { MagicLink } from './MagicLinkReader';
import { MagicLinkReader } from './MagicLinkReader';
import { PageContext } from './PageContext';

function textToken(state: StateCore, content: string, level: number): Token {
  const token = new state.Token('text', '', 0);
  token.content = content;
  token.level = level;
  return token;
}

function describe(open: Token, { title, className }: Partial<MagicLink>) {
  if (title) {
    open.attrSet('title', title);
  }
  if (className) {
    open.attrJoin('class', className);
  }
}

function linkTokens(state: StateCore, link: MagicLink, level: number): Token[] {
  const open = new state.Token('link_open', 'a', 1);
  open.markup = 'linkify';
  open.level = level;
  open.attrSet('href', link.href);
  describe(open, link);
  const close = new state.Token('link_close', 'a', -1);
  close.markup = 'linkify';
  close.level = level;
  return [open, textToken(state, link.text, level + 1), close];
}

/** Puts the links of a text between what is around them. */
function splitText(
  state: StateCore,
  { content, level }: Token,
  reader: MagicLinkReader,
): Token[] {
  const result: Token[] = [];
  let at = 0;
  for (const link of reader.find(content)) {
    if (link.from > at) {
      result.push(textToken(state, content.slice(at, link.from), level));
    }
    result.push(...linkTokens(state, link, level));
    at = link.to;
  }
  if (at < content.length || result.length === 0) {
    result.push(textToken(state, content.slice(at), level));
  }
  return result;
}

/** A link whose text is its address is shown shorter, where the site says so. */
function shorten(
  [open, text, close]: Token[],
  reader: MagicLinkReader,
  hidesProtocol: boolean,
) {
  const href = String(open.attrGet('href') ?? '');
  if (
    text?.type !== 'text' ||
    close?.type !== 'link_close' ||
    text.content !== href
  ) {
    return;
  }
  const short = reader.shorten(href);
  if (short) {
    text.content = short.text;
    describe(open, short);
  } else if (hidesProtocol) {
    text.content = href.replace(/^[a-z]+:\/\//i, '');
  }
}

function findLinks(state: StateCore) {
  const { magicLinks: settings } = PageContext.of(state.env).options.dialect;
  if (!settings) {
    return;
  }
  const reader = MagicLinkReader.of(settings);
  for (const token of state.tokens) {
    const { children } = token;
    if (token.type !== 'inline' || !children) {
      continue;
    }
    let linkDepth = 0;
    token.children = children.flatMap((child, index) => {
      if (child.type === 'link_open') {
        linkDepth += 1;
        shorten(
          children.slice(index, index + 3),
          reader,
          settings.hidesProtocol,
        );
      } else if (child.type === 'link_close') {
        linkDepth -= 1;
      } else if (child.type === 'html_inline') {
        linkDepth += /^<a[\s>]/i.test(child.content) ? 1 : 0;
        linkDepth -= /^<\/a\s*>/i.test(child.content) ? 1 : 0;
      } else if (child.type === 'text' && linkDepth <= 0) {
        return splitText(state, child, reader);
      }
      return [child];
    });
  }
}

/** `#1`, `user/repo#1`, `@name` and `www.` addresses, as magiclink reads them. */
export function magicLinks(md: MarkdownIt) {
  // Behind the rule that finds full addresses, which these would take apart.
  md.core.ruler.after('linkify', 'magic_links', findLinks);
}

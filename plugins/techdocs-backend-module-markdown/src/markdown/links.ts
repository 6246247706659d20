import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import type { LinkKind } from './PageContext';
import { PageContext } from './PageContext';

const ADDRESSES: Record<string, [attribute: string, kind: LinkKind]> = {
  link_open: ['href', 'link'],
  image: ['src', 'image'],
};

function hasRawHtml(tokens: Token[]): boolean {
  return tokens.some(
    ({ type, children }) =>
      type === 'html_block' ||
      (children !== null &&
        children.some(child => child.type === 'html_inline')),
  );
}

function resolveToken(context: PageContext, token: Token, line?: number) {
  const [attribute, kind] = ADDRESSES[token.type] ?? [];
  const href = attribute ? token.attrGet(attribute) : null;
  if (!attribute || !kind || href === null) {
    return;
  }
  const resolved = context.options.resolveLink({
    kind,
    href: String(href),
    line,
  });
  token.attrSet(attribute, resolved.href);
  if (resolved.isDownload && kind === 'link') {
    token.attrSet('download', '');
  }
}

function resolveLinks(state: StateCore) {
  const context = PageContext.of(state.env);
  context.hasRawHtml = hasRawHtml(state.tokens);
  if (context.hasRawHtml) {
    // The sanitiser meets every link anyway, those inside raw HTML too.
    return;
  }
  for (const { children, map } of state.tokens) {
    const line = context.toFileLine(map?.[0]);
    for (const child of children ?? []) {
      resolveToken(context, child, line);
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
  // Browsers ignore control characters and spaces inside a scheme.
  const compact = address.replace(/[\u0000-\u0020]+/g, '').toLowerCase();
  const scheme = /^([a-z][a-z0-9+.-]*):/.exec(compact)?.[1];
  return (
    scheme === undefined || ['http', 'https', 'mailto', 'tel'].includes(scheme)
  );
}

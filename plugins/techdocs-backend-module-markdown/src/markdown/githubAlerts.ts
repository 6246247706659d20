import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { PageContext } from './PageContext';

const MARKER = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)/i;

/** The look that each alert shares with an admonition. */
const ADMONITION_TYPES: Record<string, string> = {
  note: 'note',
  tip: 'tip',
  important: 'info',
  warning: 'warning',
  caution: 'danger',
};

function titleTokens(state: StateCore, name: string): Token[] {
  const open = new state.Token('admonition_title_open', 'p', 1);
  open.block = true;
  open.attrSet('class', 'admonition-title');
  const inline = new state.Token('inline', '', 0);
  inline.block = true;
  inline.content = name.charAt(0).toUpperCase() + name.slice(1);
  inline.children = [];
  const close = new state.Token('admonition_title_close', 'p', -1);
  close.block = true;
  return [open, inline, close];
}

function markerOf(tokens: Token[], index: number): RegExpExecArray | null {
  const quote = tokens[index];
  const paragraph = tokens[index + 1];
  const inline = tokens[index + 2];
  return quote.type === 'blockquote_open' &&
    paragraph?.type === 'paragraph_open' &&
    inline?.type === 'inline'
    ? MARKER.exec(inline.content)
    : null;
}

function convertAlerts(state: StateCore) {
  if (!PageContext.of(state.env).options.dialect.hasAlerts) {
    return;
  }
  const { tokens } = state;
  const result: Token[] = [];
  // One entry per open quote: whether it became an alert.
  const openQuotes: boolean[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    result.push(token);
    if (token.type === 'blockquote_close') {
      if (openQuotes.pop()) {
        token.type = 'admonition_close';
        token.tag = 'div';
      }
      continue;
    }
    if (token.type !== 'blockquote_open') {
      continue;
    }
    const match = markerOf(tokens, index);
    openQuotes.push(match !== null);
    if (match) {
      const name = match[1].toLowerCase();
      token.type = 'admonition_open';
      token.tag = 'div';
      token.attrSet('class', `admonition ${ADMONITION_TYPES[name]}`);
      result.push(...titleTokens(state, name));
      const inline = tokens[index + 2];
      inline.content = inline.content.slice(match[0].length);
      // Without text behind the marker its paragraph would be left empty.
      index += inline.content === '' ? 3 : 0;
    }
  }
  state.tokens = result;
}

/** `> [!NOTE]` and its four siblings, as GitHub shows them, where the site has them. */
export function githubAlerts(md: MarkdownIt) {
  md.core.ruler.after('block', 'github_alerts', convertAlerts);
}

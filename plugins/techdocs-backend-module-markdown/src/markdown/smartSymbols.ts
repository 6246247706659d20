import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { PageContext } from './PageContext';
import { type SmartSymbol, symbolByText } from './symbolTable';

const SYMBOL =
  /\((?:c|r|tm)\)|\+\/-|=\/=|<-->|(?<!-)-->|<--(?!-)|\bc\/o\b|(?<!\d)(?:1\/[234568]|2\/[35]|3\/[458]|4\/5|5\/[68]|7\/8)(?!\d)/g;

const ORDINAL = /\b(\d*(?:1[123]th|(?<!1)(?:1st|2nd|3rd)|[04-9]th))\b/g;

function replaceSymbols(text: string, unwanted: SmartSymbol[]): string {
  return text.replace(SYMBOL, written => {
    const known = symbolByText.get(written);
    return known && !unwanted.includes(known.name) ? known.symbol : written;
  });
}

/** `2nd` becomes a number and a raised ending. */
function splitOrdinals(state: StateCore, token: Token): Token[] {
  const parts = token.content.split(ORDINAL);
  if (parts.length === 1) {
    return [token];
  }
  const create = (type: string, nesting: -1 | 0 | 1, content = '') => {
    const part = new state.Token(type, nesting === 0 ? '' : 'sup', nesting);
    part.content = content;
    part.level = token.level;
    return part;
  };
  return parts.flatMap((part, index) =>
    index % 2 === 0
      ? [create('text', 0, part)]
      : [
          create('text', 0, part.slice(0, -2)),
          create('sup_open', 1),
          create('text', 0, part.slice(-2)),
          create('sup_close', -1),
        ],
  );
}

function convert(state: StateCore, children: Token[]): Token[] {
  const { unwantedSymbols } = PageContext.of(state.env).options.dialect;
  let isAddress = false;
  return children.flatMap(child => {
    if (child.type === 'link_open') {
      isAddress = child.markup === 'linkify' || child.markup === 'autolink';
    } else if (child.type === 'link_close') {
      isAddress = false;
    } else if (child.type === 'text' && !isAddress) {
      child.content = replaceSymbols(child.content, unwantedSymbols);
      return unwantedSymbols.includes('ordinal_numbers')
        ? [child]
        : splitOrdinals(state, child);
    }
    return [child];
  });
}

function replaceInPage(state: StateCore) {
  if (!PageContext.of(state.env).options.dialect.hasSmartSymbols) {
    return;
  }
  for (const token of state.tokens) {
    if (token.type === 'inline' && token.children) {
      token.children = convert(state, token.children);
    }
  }
}

/** `(c)`, `-->`, `1/2` and `2nd`, as `pymdownx.smartsymbols` reads them. */
export function smartSymbols(md: MarkdownIt) {
  // Behind the rule that finds addresses, which must stay as they are.
  md.core.ruler.after('linkify', 'smart_symbols', replaceInPage);
}

import type { MarkdownIt } from 'markdown-it';
import { PageContext } from './PageContext';
import { stockRule } from './stockRule';

/** An address up to the bracket or the title behind it, with pairs of brackets inside. */
const ADDRESS =
  /((?:[^()<>\p{Cc}]|\([^()<>\p{Cc}]*\)){1,1000}?)(?=[ \t]*\)|[ \t]+(?:"[^"\n]*"|'[^'\n]*')[ \t]*\))/uy;

/** Behind an address that is complete: its end, or a title. */
const END = /\s*[)"'(]/y;

function isInBrackets(text: string, start: number): boolean {
  let before = start - 1;
  while (/\s/.test(text.charAt(before))) {
    before -= 1;
  }
  return text.charAt(before) === '(';
}

/**
 * Addresses with spaces, such as `![Plan](images/floor plan.png)`, where a site is
 * written for mkdocs; to CommonMark that is no link.
 */
export function spacedAddresses(md: MarkdownIt) {
  const { parseLinkDestination } = md.helpers;
  let mayHaveSpaces = false;
  const parseAddress: typeof parseLinkDestination = (text, start, max) => {
    const found = parseLinkDestination(text, start, max);
    END.lastIndex = found.pos;
    const isComplete = found.ok && END.test(text);
    if (isComplete || !mayHaveSpaces || !isInBrackets(text, start)) {
      return found;
    }
    ADDRESS.lastIndex = start;
    const address = ADDRESS.exec(text)?.[1];
    return address !== undefined && ADDRESS.lastIndex < max
      ? { ok: true, pos: ADDRESS.lastIndex, str: md.utils.unescapeAll(address) }
      : found;
  };
  md.helpers = { ...md.helpers, parseLinkDestination: parseAddress };
  const allowSpaces = (name: 'link' | 'image') => {
    const rule = stockRule(md.inline.ruler, name);
    md.inline.ruler.at(name, (state, silent) => {
      mayHaveSpaces = PageContext.of(state.env).options.dialect.isMkdocs;
      const isRead = rule(state, silent);
      mayHaveSpaces = false;
      return isRead;
    });
  };
  allowSpaces('link');
  allowSpaces('image');
}

import type { MarkdownIt, StateInline } from 'markdown-it';
import { PageContext } from './PageContext';

/** Bounded, so that many openings without an end stay cheap. */
const INSERTION = /\^\^(?![\s^])([^\n]{0,1000}?[^\s^])\^\^(?!\^)/y;

function insertion(state: StateInline, silent: boolean): boolean {
  const { pos, posMax } = state;
  if (
    !state.src.startsWith('^^', pos) ||
    !PageContext.of(state.env).options.dialect.hasInsertions
  ) {
    return false;
  }
  INSERTION.lastIndex = pos;
  const match = INSERTION.exec(state.src);
  if (!match || pos + match[0].length > posMax) {
    return false;
  }
  if (!silent) {
    state.push('ins_open', 'ins', 1);
    state.pos = pos + 2;
    state.posMax = pos + match[0].length - 2;
    state.md.inline.tokenize(state);
    state.push('ins_close', 'ins', -1);
  }
  state.pos = pos + match[0].length;
  state.posMax = posMax;
  return true;
}

/** `^^inserted^^`, as `pymdownx.caret` reads it. */
export function insertions(md: MarkdownIt) {
  md.inline.ruler.before('emphasis', 'insertion', insertion);
}

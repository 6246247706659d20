import type { MarkdownIt, StateCore, StateInline } from 'markdown-it';
import { PageContext } from './PageContext';

/** The language of a word of code, which is not part of it. */
const LANGUAGE = /^(?:#!|:::)([\w+-]+) +(?=\S)/;

/** Code with a space in front of such a mark, which keeps it there; bounded. */
const KEPT_MARK = /(?<!`)(`+) ((?:#!|:::)[^\n]{0,500}?) \1(?!`)/y;

function keptMark(state: StateInline, silent: boolean): boolean {
  KEPT_MARK.lastIndex = state.pos;
  const [code, markup, content] = KEPT_MARK.exec(state.src) ?? [];
  if (code === undefined || state.pos + code.length > state.posMax) {
    return false;
  }
  if (!silent) {
    const token = state.push('code_inline', 'code', 0);
    token.markup = markup;
    token.content = content;
    token.meta = { hasKeptMark: true };
  }
  state.pos += code.length;
  return true;
}

function readCode(state: StateCore) {
  const { hasBackslashMath } = PageContext.of(state.env).options.dialect;
  for (const { children } of state.tokens) {
    for (const child of children ?? []) {
      if (child.type === 'code_inline' && !child.meta?.hasKeptMark) {
        const [mark = '', language] = LANGUAGE.exec(child.content) ?? [];
        const code = child.content.slice(mark.length);
        // Python-Markdown leaves no space at the ends of code.
        child.content = code.trim() || code;
        if (language === 'math' && hasBackslashMath) {
          child.type = 'math_inline';
          child.tag = 'span';
        } else if (language) {
          child.meta = { ...child.meta, language };
        }
      }
    }
  }
}

/**
 * `#!python print()` is `print()` in the colours of Python, as `pymdownx.inlinehilite` reads it, and
 * `#!math a` a formula where the site has formulas.
 */
export function inlineLanguages(md: MarkdownIt) {
  md.inline.ruler.before('backticks', 'kept_mark', keptMark);
  md.core.ruler.after('inline', 'inline_languages', readCode);
}

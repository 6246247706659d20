import type { MarkdownIt, StateCore } from 'markdown-it';
import { PageContext } from './PageContext';

/** The language of a word of code, which is not part of it. */
const LANGUAGE = /^(?:#!|:::)([\w+-]+) +(?=\S)/;

function readCode(state: StateCore) {
  const { hasBackslashMath } = PageContext.of(state.env).options.dialect;
  for (const { children } of state.tokens) {
    for (const child of children ?? []) {
      if (child.type === 'code_inline') {
        const [mark = '', language] = LANGUAGE.exec(child.content) ?? [];
        const code = child.content.slice(mark.length);
        // Python-Markdown leaves no space at the ends of code.
        child.content = code.trim() || code;
        if (language === 'math' && hasBackslashMath) {
          child.type = 'math_inline';
          child.tag = 'span';
        }
      }
    }
  }
}

/**
 * `#!python print()` is `print()`, as `pymdownx.inlinehilite` reads it, and
 * `#!math a` a formula where the site has formulas.
 */
export function inlineLanguages(md: MarkdownIt) {
  md.core.ruler.after('inline', 'inline_languages', readCode);
}

import type { MarkdownIt, StateCore } from 'markdown-it';

/** The language of a word of code, which is not part of it. */
const LANGUAGE = /^(?:#!|:::)[\w+-]+ +(?=\S)/;

function removeLanguages(state: StateCore) {
  for (const { children } of state.tokens) {
    for (const child of children ?? []) {
      if (child.type === 'code_inline') {
        child.content = child.content.replace(LANGUAGE, '');
      }
    }
  }
}

/** `#!python print()` is `print()`, as `pymdownx.inlinehilite` reads it. */
export function inlineLanguages(md: MarkdownIt) {
  md.core.ruler.after('inline', 'inline_languages', removeLanguages);
}

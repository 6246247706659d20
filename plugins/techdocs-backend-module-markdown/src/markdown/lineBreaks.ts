import type { MarkdownIt, StateCore } from 'markdown-it';
import { PageContext } from './PageContext';

function hardenBreaks(state: StateCore) {
  if (!PageContext.of(state.env).options.dialect.hasLineBreaks) {
    return;
  }
  for (const { children } of state.tokens) {
    for (const child of children ?? []) {
      if (child.type === 'softbreak') {
        child.type = 'hardbreak';
        child.tag = 'br';
      }
    }
  }
}

/** With `nl2br` of Python-Markdown each line end is one on the page. */
export function lineBreaks(md: MarkdownIt) {
  md.core.ruler.after('inline', 'line_breaks', hardenBreaks);
}

import type { MarkdownIt } from 'markdown-it';
import { PageContext } from './PageContext';
import { stockRule } from './stockRule';

/** `~~x~~`, where the site has not switched it off. */
export function deletions(md: MarkdownIt) {
  const strikethrough = stockRule(md.inline.ruler, 'strikethrough_tokenize');
  md.inline.ruler.at(
    'strikethrough',
    (state, silent) =>
      PageContext.of(state.env).options.dialect.hasDeletions &&
      strikethrough(state, silent),
  );
}

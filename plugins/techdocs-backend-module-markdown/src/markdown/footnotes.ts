import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import footnotePlugin from 'markdown-it-footnote';
import { PageContext } from './PageContext';

/** The plugin's time grows with the square of this number. */
const MAX_FOOTNOTES = 1_000;

function numbers(token: Token): { id: number; repeat: number } {
  return {
    id: Number(token.meta?.id ?? 0) + 1,
    repeat: Number(token.meta?.subId ?? 0),
  };
}

function referenceId(token: Token): string {
  const { id, repeat } = numbers(token);
  // Python-Markdown numbers the second reference to a note `fnref2:1`.
  return repeat === 0 ? `fnref:${id}` : `fnref${repeat + 1}:${id}`;
}

function limitFootnotes(state: StateCore) {
  const notes: unknown = state.env.footnotes;
  const list: unknown =
    typeof notes === 'object' && notes !== null && 'list' in notes
      ? notes.list
      : undefined;
  if (Array.isArray(list) && list.length > MAX_FOOTNOTES) {
    list.length = MAX_FOOTNOTES;
    PageContext.of(state.env).warn(
      'limit',
      `The page has more than ${MAX_FOOTNOTES} footnotes; the rest was left out`,
    );
  }
}

/** Footnotes with the markup of Python-Markdown, which readers style. */
export function footnotes(md: MarkdownIt) {
  md.use(footnotePlugin);
  md.core.ruler.before('footnote_tail', 'limit_footnotes', limitFootnotes);
  const { rules } = md.renderer;
  rules.footnote_ref = (tokens, index) => {
    const { id } = numbers(tokens[index]);
    return `<sup id="${referenceId(
      tokens[index],
    )}"><a class="footnote-ref" href="#fn:${id}">${id}</a></sup>`;
  };
  rules.footnote_block_open = () => '<div class="footnote">\n<hr>\n<ol>\n';
  rules.footnote_block_close = () => '</ol>\n</div>\n';
  rules.footnote_open = (tokens, index) =>
    `<li id="fn:${numbers(tokens[index]).id}">`;
  rules.footnote_close = () => '</li>\n';
  rules.footnote_anchor = (tokens, index) => {
    const { id } = numbers(tokens[index]);
    return ` <a class="footnote-backref" href="#${referenceId(
      tokens[index],
    )}" title="Jump back to footnote ${id} in the text">&#8617;</a>`;
  };
}

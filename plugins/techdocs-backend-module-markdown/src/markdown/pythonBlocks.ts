import type { Env, MarkdownIt, StateBlock } from 'markdown-it';
import { blockRule } from './blockRule';
import { PageContext } from './PageContext';

function isPython(env: Env | undefined): boolean {
  return PageContext.of(env).options.dialect.isPythonMarkdown;
}

/** Whether a block that opens with a fence holds the one that closes it. */
function isClosed(
  state: StateBlock,
  startLine: number,
  endLine: number,
): boolean {
  const start = state.bMarks[startLine] + state.tShift[startLine];
  const [markers] = /^(?:`+|~+)?/.exec(
    state.src.slice(start, state.eMarks[startLine]),
  ) ?? [''];
  // It may end the text of an item, and stand to the left of what belongs to that.
  const base = Math.min(state.blkIndent, state.sCount[startLine]);
  for (let line = startLine + 1; line < endLine; line += 1) {
    const indent = state.sCount[line] - base;
    if (indent < 0 && !state.isEmpty(line)) {
      return false;
    }
    const text = state.src
      .slice(state.bMarks[line] + state.tShift[line], state.eMarks[line])
      .trimEnd();
    if (
      indent < 4 &&
      text.startsWith(markers) &&
      text === text.charAt(0).repeat(text.length)
    ) {
      return true;
    }
  }
  return false;
}

/**
 * Blocks that Python-Markdown takes otherwise than GitHub, where the site asks for it:
 * a fence that nothing closes is text, and what stands below a table without an empty
 * line is a row of it, even with the mark of a heading.
 */
export function pythonBlocks(md: MarkdownIt) {
  const fence = blockRule(md, 'fence');
  md.block.ruler.at(
    'fence',
    (state, startLine, endLine, silent) =>
      fence(state, startLine, endLine, true) &&
      (!isPython(state.env) || isClosed(state, startLine, endLine)) &&
      (silent || fence(state, startLine, endLine, false)),
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
  const heading = blockRule(md, 'heading');
  md.block.ruler.at(
    'heading',
    (state, startLine, endLine, silent) =>
      !(silent && state.parentType === 'table' && isPython(state.env)) &&
      heading(state, startLine, endLine, silent),
    { alt: ['paragraph', 'reference', 'blockquote'] },
  );
}

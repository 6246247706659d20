import type { MarkdownIt, StateBlock } from 'markdown-it';

const COMMENT = '<!--(?:(?!-->).)*-->[ \\t]*';
const COMMENT_AND_TEXT = new RegExp(`^${COMMENT}\\S`);
/** What follows may be HTML only behind a marker. */
const COMMENTS_AND_WORDS = new RegExp(`^(?:${COMMENT})+[^\\s<]`);

/** Whether a marker, such as that of a list, stands in front on the line. */
function isBehindMarker(state: StateBlock, start: number): boolean {
  const lineStart = state.src.lastIndexOf('\n', start - 1) + 1;
  return /\S/.test(state.src.slice(lineStart, start));
}

function lastLineOfParagraph(
  state: StateBlock,
  startLine: number,
  endLine: number,
): number {
  const rules = state.md.block.ruler.getRules('paragraph');
  const { parentType } = state;
  state.parentType = 'paragraph';
  let line = startLine + 1;
  while (line < endLine && !state.isEmpty(line)) {
    const isIndented = state.sCount[line] - state.blkIndent > 3;
    const next = line;
    if (!isIndented && rules.some(rule => rule(state, next, endLine, true))) {
      break;
    }
    line += 1;
  }
  state.parentType = parentType;
  return line;
}

function leadingComment(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const start = state.bMarks[startLine] + state.tShift[startLine];
  if (silent || !state.src.startsWith('<!--', start)) {
    return false;
  }
  const pattern = isBehindMarker(state, start)
    ? COMMENT_AND_TEXT
    : COMMENTS_AND_WORDS;
  if (!pattern.test(state.src.slice(start, state.eMarks[startLine]))) {
    return false;
  }
  const nextLine = lastLineOfParagraph(state, startLine, endLine);
  state.push('paragraph_open', 'p', 1).map = [startLine, nextLine];
  const inline = state.push('inline', '', 0);
  inline.content = state
    .getLines(startLine, nextLine, state.blkIndent, false)
    .trim();
  inline.map = [startLine, nextLine];
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
  state.line = nextLine;
  return true;
}

/**
 * `<!-- note --> *text*`: a comment in front leaves the text Markdown, as
 * Python-Markdown reads it; to CommonMark the line is HTML.
 */
export function leadingComments(md: MarkdownIt) {
  md.block.ruler.before('html_block', 'leading_comment', leadingComment);
}

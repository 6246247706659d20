import type { MarkdownIt, StateBlock } from 'markdown-it';
import { tokenizeLines } from './tokenizeLines';

const DEFINITION = /^:[ \t]{1,3}(?=\S)/;
const COMMENT = /^<!--[\s\S]*-->\s*$/;
const INDENT = 4;

/** How many characters stand in front of a definition; 0 where none is. */
function markerLength(state: StateBlock, line: number): number {
  const start = state.bMarks[line] + state.tShift[line];
  const indent = state.sCount[line] - state.blkIndent;
  if (state.src.charCodeAt(start) !== 0x3a || indent < 0 || indent > 3) {
    return 0;
  }
  const match = DEFINITION.exec(state.src.slice(start, state.eMarks[line]));
  return match?.[0].length ?? 0;
}

function lastLineOf(state: StateBlock, startLine: number, endLine: number) {
  let last = startLine + 1;
  for (let line = startLine + 1; line < endLine; line += 1) {
    if (!state.isEmpty(line)) {
      if (state.sCount[line] < state.blkIndent + INDENT) {
        break;
      }
      last = line + 1;
    }
  }
  return last;
}

function pushDefinition(state: StateBlock, line: number, endLine: number) {
  const to = lastLineOf(state, line, endLine);
  const { [line]: shift } = state.tShift;
  const { [line]: column } = state.sCount;
  const blkIndent = state.blkIndent + INDENT;
  state.push('dd_open', 'dd', 1).map = [line, to];
  // The first line goes on behind its marker, at the column of the others.
  state.tShift[line] = shift + markerLength(state, line);
  state.sCount[line] = blkIndent;
  tokenizeLines(state, { from: line, to, blkIndent });
  state.tShift[line] = shift;
  state.sCount[line] = column;
  state.push('dd_close', 'dd', -1);
  return to;
}

function commentTerm(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const comment = state.tokens.at(-1);
  if (
    silent ||
    comment?.type !== 'html_block' ||
    comment.level !== state.level ||
    !COMMENT.test(comment.content) ||
    markerLength(state, startLine) === 0
  ) {
    return false;
  }
  state.tokens.pop();
  const list = state.push('dl_open', 'dl', 1);
  state.push('dt_open', 'dt', 1);
  state.tokens.push(comment);
  state.push('dt_close', 'dt', -1);
  let line = startLine;
  let next = startLine;
  while (next < endLine && markerLength(state, next) > 0) {
    line = pushDefinition(state, next, endLine);
    next = state.skipEmptyLines(line);
  }
  list.map = [startLine, line];
  state.push('dl_close', 'dl', -1);
  state.line = line;
  return true;
}

/** A comment may stand where a definition list has its term. */
export function commentTerms(md: MarkdownIt) {
  md.block.ruler.before('fence', 'comment_term', commentTerm);
}

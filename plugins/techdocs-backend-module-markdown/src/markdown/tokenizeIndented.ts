import type { StateBlock } from 'markdown-it';

const INDENT = 4;

/**
 * Parses the lines below `startLine` that stand four columns deeper, as
 * Python-Markdown nests content, and returns the line after them.
 */
export function tokenizeIndented(
  state: StateBlock,
  startLine: number,
  endLine: number,
): number {
  const contentIndent = state.sCount[startLine] + INDENT;
  let nextLine = startLine + 1;
  for (let line = startLine + 1; line < endLine; line += 1) {
    if (state.isEmpty(line)) {
      continue;
    }
    if (state.sCount[line] < contentIndent) {
      break;
    }
    nextLine = line + 1;
  }

  const { blkIndent, lineMax, parentType, tight } = state;
  state.blkIndent = contentIndent;
  state.lineMax = nextLine;
  state.parentType = 'admonition';
  state.md.block.tokenize(state, startLine + 1, nextLine);
  state.blkIndent = blkIndent;
  state.lineMax = lineMax;
  state.parentType = parentType;
  state.tight = tight;
  state.line = nextLine;
  return nextLine;
}

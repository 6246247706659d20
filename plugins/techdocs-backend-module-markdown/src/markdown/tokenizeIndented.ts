import type { StateBlock } from 'markdown-it';
import { tokenizeLines } from './tokenizeLines';

const INDENT = 4;

const boxes = new WeakMap<StateBlock, number>();

/** How far the content of the innermost box that is being read is indented, if any. */
export function boxIndentOf(state: StateBlock): number {
  return boxes.get(state) ?? 0;
}

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

  const outerIndent = boxIndentOf(state);
  boxes.set(state, contentIndent);
  tokenizeLines(state, {
    from: startLine + 1,
    to: nextLine,
    blkIndent: contentIndent,
  });
  boxes.set(state, outerIndent);
  state.line = nextLine;
  return nextLine;
}

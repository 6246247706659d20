import type { StateBlock } from 'markdown-it';

/** A line of a block, from where its content begins. */
export function lineText(state: StateBlock, line: number): string {
  return state.src.slice(
    state.bMarks[line] + state.tShift[line],
    state.eMarks[line],
  );
}

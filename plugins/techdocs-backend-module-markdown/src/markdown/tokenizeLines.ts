import type { StateBlock } from 'markdown-it';

/**
 * Parses lines inside a block as blocks of their own, from the column
 * `blkIndent` on, and puts the state back.
 */
export function tokenizeLines(
  state: StateBlock,
  lines: { from: number; to: number; blkIndent: number },
) {
  const { blkIndent, lineMax, parentType, tight } = state;
  state.blkIndent = lines.blkIndent;
  state.lineMax = lines.to;
  state.parentType = 'admonition';
  state.md.block.tokenize(state, lines.from, lines.to);
  state.blkIndent = blkIndent;
  state.lineMax = lineMax;
  state.parentType = parentType;
  state.tight = tight;
}

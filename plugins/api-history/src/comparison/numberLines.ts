import type { LineHunk } from '@atrium/plugin-api-history-common';
import type { DiffLine } from '@atrium/ui';

/** Counts the lines of a hunk in both texts. */
export function numberLines(hunk: LineHunk): DiffLine[] {
  let oldLine = hunk.fromLine;
  let newLine = hunk.toLine;
  return hunk.lines.map(({ kind, text }) => {
    const line: DiffLine = { kind, text };
    if (kind !== 'added') {
      line.oldLine = oldLine;
      oldLine += 1;
    }
    if (kind !== 'removed') {
      line.newLine = newLine;
      newLine += 1;
    }
    return line;
  });
}

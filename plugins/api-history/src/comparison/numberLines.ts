import type { LineHunk } from '@atrium/plugin-api-history-common';

/** A line of a diff with where it is in the old and in the new text. */
export interface NumberedLine {
  kind: LineHunk['lines'][number]['kind'];
  text: string;
  /** Absent for a line that was added. */
  oldLine?: number;
  /** Absent for a line that was removed. */
  newLine?: number;
}

/** Counts the lines of a hunk in both texts. */
export function numberLines(hunk: LineHunk): NumberedLine[] {
  let oldLine = hunk.fromLine;
  let newLine = hunk.toLine;
  return hunk.lines.map(({ kind, text }) => {
    const line: NumberedLine = { kind, text };
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

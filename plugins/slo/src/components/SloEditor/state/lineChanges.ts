import { structuredPatch } from 'diff';

/** A line of a comparison. */
export interface ChangedLine {
  kind: 'same' | 'added' | 'removed';
  text: string;
  /** In the text after the change, or before it for what is removed. */
  line: number;
}

const CONTEXT_LINES = 3;

/** What is different between two texts, hunk by hunk. */
export function lineChanges(before: string, after: string): ChangedLine[][] {
  const { hunks } = structuredPatch('before', 'after', before, after, '', '', {
    context: CONTEXT_LINES,
  });
  return hunks.map(({ oldStart, newStart, lines }) => {
    let oldLine = oldStart;
    let newLine = newStart;
    return lines.flatMap((line): ChangedLine[] => {
      const text = line.slice(1);
      switch (line[0]) {
        case '+':
          return [{ kind: 'added', text, line: newLine++ }];
        case '-':
          return [{ kind: 'removed', text, line: oldLine++ }];
        case ' ':
          oldLine += 1;
          return [{ kind: 'same', text, line: newLine++ }];
        default:
          // Says that the last line does not end.
          return [];
      }
    });
  });
}

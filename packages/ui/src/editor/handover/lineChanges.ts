import { structuredPatch } from 'diff';
import type { DiffLine } from '../../diff/DiffTable';

const CONTEXT_LINES = 3;

/** What is different between two texts, hunk by hunk. */
export function lineChanges(before: string, after: string): DiffLine[][] {
  const { hunks } = structuredPatch('before', 'after', before, after, '', '', {
    context: CONTEXT_LINES,
  });
  return hunks.map(({ oldStart, newStart, lines }) => {
    let oldLine = oldStart;
    let newLine = newStart;
    return lines.flatMap((line): DiffLine[] => {
      const text = line.slice(1);
      switch (line[0]) {
        case '+':
          return [{ kind: 'added', text, newLine: newLine++ }];
        case '-':
          return [{ kind: 'removed', text, oldLine: oldLine++ }];
        case ' ':
          return [
            { kind: 'same', text, oldLine: oldLine++, newLine: newLine++ },
          ];
        default:
          // Says that the last line does not end.
          return [];
      }
    });
  });
}

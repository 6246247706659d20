import type { LineHunk } from '@atrium/plugin-api-history-common';
import { structuredPatch } from 'diff';

const CONTEXT_LINES = 3;
const MAX_LINES = 2_000;
const MAX_LINE_LENGTH = 2_000;

/** Beyond these, two texts are called entirely different. */
const MAX_EDITS = 20_000;
const MAX_MS = 5_000;

/** The lines that differ between two texts. */
export interface LineChanges {
  hunks: LineHunk[];
  addedLines: number;
  removedLines: number;
  isTruncated: boolean;
}

/** Compares two texts line by line, within bounds. */
export function compareLines(texts: {
  before: string;
  after: string;
}): LineChanges {
  const patch = structuredPatch(
    '',
    '',
    texts.before,
    texts.after,
    undefined,
    undefined,
    {
      context: CONTEXT_LINES,
      maxEditLength: MAX_EDITS,
      timeout: MAX_MS,
      stripTrailingCr: true,
    },
  );
  const changes: LineChanges = {
    hunks: [],
    addedLines: 0,
    removedLines: 0,
    isTruncated: false,
  };
  if (!patch) {
    return { ...changes, isTruncated: true };
  }
  let room = MAX_LINES;
  for (const hunk of patch.hunks) {
    const lines = hunk.lines.filter(line => !line.startsWith('\\'));
    changes.addedLines += lines.filter(line => line.startsWith('+')).length;
    changes.removedLines += lines.filter(line => line.startsWith('-')).length;
    changes.isTruncated ||= lines.length > room;
    const shown = lines.slice(0, room).map(toLine);
    room -= shown.length;
    if (shown.length > 0) {
      changes.hunks.push({
        fromLine: hunk.oldStart,
        toLine: hunk.newStart,
        lines: shown,
      });
    }
  }
  return changes;
}

const KINDS: Record<string, LineHunk['lines'][number]['kind']> = {
  '+': 'added',
  '-': 'removed',
};

function toLine(line: string): LineHunk['lines'][number] {
  return {
    kind: KINDS[line.charAt(0)] ?? 'same',
    text: line.slice(1, MAX_LINE_LENGTH + 1),
  };
}

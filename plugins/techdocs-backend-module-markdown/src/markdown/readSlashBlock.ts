import { isRecord } from '@atrium/common';
import { readYaml } from '@atrium/common/yaml';
import type { StateBlock } from 'markdown-it';
import { lineText } from './lineText';

const OPENING = /^(\/{3,}) *([\w-]+) *(?:\| *(.*?) *)?$/;
const CLOSING = /^(\/{3,}) *$/;
const FENCE = /^(?:> ?)*(`{3,}|~{3,})(.*)$/;

/** Options are a few lines; more would only make reading slow. */
const MAX_OPTION_LINES = 50;

export interface SlashBlockOpening {
  slashes: string;
  name: string;
  /** What stands behind `|`; empty when nothing does, undefined without one. */
  argument: string | undefined;
}

/** A block between `/// name | argument` and the same number of slashes. */
export interface SlashBlock extends SlashBlockOpening {
  options: Record<string, unknown>;
  firstLine: number;
  /** First line of the content, and the line behind it. */
  from: number;
  to: number;
  /** The line behind the whole block. */
  nextLine: number;
}

/** Whether a line stands where a marker of this block may stand. */
function isMarkerLine(state: StateBlock, line: number): boolean {
  const indent = state.sCount[line] - state.blkIndent;
  return indent >= 0 && indent < 4;
}

export function readSlashOpening(
  state: StateBlock,
  line: number,
): SlashBlockOpening | undefined {
  const start = state.bMarks[line] + state.tShift[line];
  // Asked of every block, of which hardly any starts so.
  if (state.src.charCodeAt(start) !== 0x2f || !isMarkerLine(state, line)) {
    return undefined;
  }
  const match = OPENING.exec(lineText(state, line).trimEnd());
  return match
    ? { slashes: match[1], name: match[2].toLowerCase(), argument: match[3] }
    : undefined;
}

/** The line that closes a block, code left aside; `endLine` without one. */
function findClosing(
  state: StateBlock,
  range: { from: number; endLine: number; slashes: string },
): number {
  let fence: string | undefined;
  for (let line = range.from; line < range.endLine; line += 1) {
    if (state.isEmpty(line)) {
      continue;
    }
    if (state.sCount[line] < state.blkIndent) {
      return line;
    }
    const text = lineText(state, line);
    const mark = FENCE.exec(text);
    if (fence !== undefined) {
      const isEnd = mark?.[1].startsWith(fence) && mark[2].trim() === '';
      fence = isEnd ? undefined : fence;
    } else if (mark && !(mark[1].startsWith('`') && mark[2].includes('`'))) {
      fence = mark[1];
    } else if (
      CLOSING.exec(text)?.[1] === range.slashes &&
      isMarkerLine(state, line)
    ) {
      return line;
    }
  }
  return range.endLine;
}

/** Reads the lines of options, four columns in, right below the opening. */
function readOptions(
  state: StateBlock,
  firstLine: number,
  endLine: number,
): { options: Record<string, unknown> | undefined; from: number } {
  let from = firstLine;
  const last = Math.min(endLine, firstLine + MAX_OPTION_LINES);
  while (
    from < last &&
    !state.isEmpty(from) &&
    state.sCount[from] - state.blkIndent >= 4
  ) {
    from += 1;
  }
  if (from === firstLine) {
    return { options: {}, from };
  }
  const yaml = state.getLines(firstLine, from, state.blkIndent + 4, false);
  const [document] = readYaml(yaml, { ignoresTags: true });
  const value = document?.problems.length ? undefined : document?.value ?? {};
  return { options: isRecord(value) ? value : undefined, from };
}

/** Reads the block that starts at a line; undefined when its options are none. */
export function readSlashBlock(
  state: StateBlock,
  firstLine: number,
  endLine: number,
): SlashBlock | undefined {
  const opening = readSlashOpening(state, firstLine);
  if (!opening) {
    return undefined;
  }
  const { options, from } = readOptions(state, firstLine + 1, endLine);
  if (!options) {
    return undefined;
  }
  const { slashes } = opening;
  const to = findClosing(state, { from, endLine, slashes });
  const isClosed =
    to < endLine && CLOSING.exec(lineText(state, to))?.[1] === slashes;
  return {
    ...opening,
    options,
    firstLine,
    from,
    to,
    nextLine: isClosed ? to + 1 : to,
  };
}

/** What the author wrote under `attrs`. */
export function attributesOf({
  options,
}: SlashBlock): [name: string, value: string][] {
  return isRecord(options.attrs)
    ? Object.entries(options.attrs).map(([name, value]) => [
        name.toLowerCase(),
        String(value),
      ])
    : [];
}

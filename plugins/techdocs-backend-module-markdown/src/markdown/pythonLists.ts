import type { MarkdownIt, StateBlock, Token } from 'markdown-it';
import type { FancyCount, FancyMark } from './fancyMarkers';
import {
  fancyCount,
  fancyMarker,
  fancyStart,
  listTypes,
  mayCountAs,
} from './fancyMarkers';
import { PageContext } from './PageContext';
import { stockRule } from './stockRule';
import { boxIndentOf } from './tokenizeIndented';

/** How far what belongs to an item stands to the right, whatever its marker is. */
const INDENT = 4;

const MARKER = /(?:([*+-])|(\d+)(\.))[ \t]+/y;

interface Marker {
  /** Undefined for a bullet. */
  mark: FancyMark | undefined;
  /** Where the text of the item begins. */
  contentStart: number;
}

/** What decides whether an item belongs to a list; undefined for bullets. */
interface Numbering extends Pick<FancyMark, 'separator'> {
  count: FancyCount;
}

/** How the first list of a block counts, whatever its first item says. */
interface ForcedNumbering {
  count: FancyCount;
  start: number | undefined;
}

/** What is known of the lists that one state reads. */
interface ListMemory {
  /** Whether the item that begins at a line has a number. */
  items: Map<number, boolean>;
  /** The list that was read last, with the line behind it. */
  last?: { numbering: Numbering | undefined; level: number; end: number };
  forced?: ForcedNumbering;
}

const memories = new WeakMap<StateBlock, ListMemory>();

function memoryOf(state: StateBlock): ListMemory {
  const memory = memories.get(state) ?? { items: new Map() };
  memories.set(state, memory);
  return memory;
}

/** Has the next list count so, as `/// fancylists | type=a` asks for. */
export function forceNumbering(state: StateBlock, forced: ForcedNumbering) {
  memoryOf(state).forced = forced;
}

function dialectOf(state: StateBlock) {
  return PageContext.of(state.env).options.dialect;
}

function readMarker(state: StateBlock, line: number): Marker | undefined {
  const indent = state.sCount[line] - state.blkIndent;
  if (indent >= INDENT) {
    return undefined;
  }
  const { fancyLists } = dialectOf(state);
  const pattern = fancyLists ? fancyMarker(fancyLists) : MARKER;
  pattern.lastIndex = state.bMarks[line] + state.tShift[line];
  const match = pattern.exec(state.src);
  if (!match || pattern.lastIndex > state.eMarks[line]) {
    return undefined;
  }
  const [, , value, separator] = match;
  return {
    mark: value === undefined ? undefined : { value, separator },
    contentStart: pattern.lastIndex,
  };
}

/** How an item counts, in view of the list above it. */
function numberingOf(
  state: StateBlock,
  line: number,
  {
    mark,
    above,
  }: { mark: FancyMark | undefined; above: Numbering | undefined },
): Numbering | undefined {
  const { fancyLists } = dialectOf(state);
  if (!mark) {
    return undefined;
  }
  const { separator, value } = mark;
  const before = above?.separator === separator ? above.count : undefined;
  const isFirst = line === 0 || state.isEmpty(line - 1);
  const count = fancyLists
    ? fancyCount(value, fancyLists, { isFirst, before })
    : 'decimal';
  return { separator, count };
}

/** Whether an item goes on with a list. */
function isSameList(
  state: StateBlock,
  one: Numbering | undefined,
  other: Numbering | undefined,
): boolean {
  const { fancyLists, hasSaneLists } = dialectOf(state);
  if (!fancyLists) {
    return !hasSaneLists || (one === undefined) === (other === undefined);
  }
  return one?.count === other?.count && one?.separator === other?.separator;
}

function isRule(state: StateBlock, line: number): boolean {
  const start = state.bMarks[line] + state.tShift[line];
  return /^(?:(?:-[ ]{0,2}){3,}|(?:_[ ]{0,2}){3,}|(?:\*[ ]{0,2}){3,})[ ]*$/.test(
    state.src.slice(start, state.eMarks[line]),
  );
}

/** An empty line in an item, or behind it where another item follows. */
function hasGap(
  state: StateBlock,
  { from, to, isLast }: { from: number; to: number; isLast: boolean },
): boolean {
  let end = to;
  while (isLast && end > from && state.isEmpty(end - 1)) {
    end -= 1;
  }
  for (let line = from; line < end; line += 1) {
    if (state.isEmpty(line)) {
      return true;
    }
  }
  return false;
}

/** Shows the text of an item without a paragraph around it. */
function hideParagraphs(tokens: Token[], item: Token) {
  for (const token of tokens.slice(tokens.lastIndexOf(item))) {
    if (token.level === item.level + 1 && token.type.startsWith('paragraph')) {
      token.hidden = true;
    }
  }
}

function tokenizeItem(
  state: StateBlock,
  line: number,
  { endLine, contentStart }: { endLine: number; contentStart: number },
) {
  const { blkIndent, tight, parentType } = state;
  const bMark = state.bMarks[line];
  const tShift = state.tShift[line];
  const sCount = state.sCount[line];
  state.blkIndent = blkIndent + INDENT;
  state.parentType = 'list';
  state.bMarks[line] = contentStart;
  state.tShift[line] = 0;
  state.sCount[line] = state.blkIndent;
  const isEmpty = contentStart >= state.eMarks[line];
  if (isEmpty && state.isEmpty(line + 1)) {
    state.line = Math.min(line + 2, endLine);
  } else {
    state.md.block.tokenize(state, line, endLine);
  }
  state.bMarks[line] = bMark;
  state.tShift[line] = tShift;
  state.sCount[line] = sCount;
  state.blkIndent = blkIndent;
  state.tight = tight;
  state.parentType = parentType;
}

/** The numbering of a list that starts, and the attributes that tell of it. */
function startList(
  state: StateBlock,
  line: number,
  mark: FancyMark | undefined,
): { numbering: Numbering | undefined; attributes: [string, string][] } {
  const { fancyLists, hasSaneLists } = dialectOf(state);
  const memory = memoryOf(state);
  const { forced, last } = memory;
  memory.forced = undefined;
  let gap = line;
  while (gap > 0 && state.isEmpty(gap - 1)) {
    gap -= 1;
  }
  const isBelowList =
    last?.level === state.level && last.end >= gap && last.end <= line;
  const above = isBelowList ? last?.numbering : undefined;
  let numbering = numberingOf(state, line, { mark, above });
  if (!mark || !numbering) {
    return { numbering, attributes: [] };
  }
  const isForced = forced && mayCountAs(mark.value, forced.count);
  if (isForced) {
    numbering = { ...numbering, count: forced.count };
  }
  const { count } = numbering;
  const start =
    (isForced ? forced.start : undefined) ?? fancyStart(mark.value, count);
  const hasStart = start !== 1 && (fancyLists || hasSaneLists);
  return {
    numbering,
    attributes: [
      ...(hasStart ? [['start', String(start)] as [string, string]] : []),
      ...(count === 'decimal'
        ? []
        : [['type', listTypes[count]] as [string, string]]),
    ],
  };
}

function pythonList(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const first = readMarker(state, startLine);
  if (!first) {
    return false;
  }
  const memory = memoryOf(state);
  const isOrdered = first.mark !== undefined;
  if (silent) {
    // Below text a marker is text too, unless that text is the start of an item.
    const above = memory.items.get(state.line);
    const isInside = state.sCount[startLine] >= state.blkIndent;
    const { fancyLists, hasSaneLists } = dialectOf(state);
    const mayBeOther = fancyLists !== undefined || !hasSaneLists;
    return (
      above !== undefined && (isInside || mayBeOther || above === isOrdered)
    );
  }
  const name = isOrdered ? 'ordered_list' : 'bullet_list';
  const tag = isOrdered ? 'ol' : 'ul';
  const { numbering, attributes } = startList(state, startLine, first.mark);
  const list = state.push(`${name}_open`, tag, 1);
  list.map = [startLine, startLine];
  for (const [attribute, value] of attributes) {
    list.attrSet(attribute, value);
  }
  // A list that begins behind an empty line takes what stands below it without one.
  const isBehindGap =
    state.parentType === 'list' && state.isEmpty(startLine - 1);
  let line = startLine;
  let hasGapAbove = false;
  for (let marker: Marker | undefined = first; marker; ) {
    const item = state.push('list_item_open', 'li', 1);
    item.map = [line, line];
    memory.items.set(line, marker.mark !== undefined);
    const { contentStart }: Marker = marker;
    tokenizeItem(state, line, { endLine, contentStart });
    const next = state.line;
    item.map = [line, next];
    marker =
      next < endLine &&
      (state.sCount[next] >= state.blkIndent ||
        (isBehindGap && !state.isEmpty(next - 1))) &&
      !isRule(state, next)
        ? readMarker(state, next)
        : undefined;
    if (marker) {
      const { mark } = marker;
      const other = numberingOf(state, next, { mark, above: numbering });
      marker = isSameList(state, numbering, other) ? marker : undefined;
    }
    const from = line + 1;
    if (
      !hasGapAbove &&
      !hasGap(state, { from, to: next, isLast: marker === undefined })
    ) {
      hideParagraphs(state.tokens, item);
    }
    hasGapAbove = state.isEmpty(next - 1);
    state.push('list_item_close', 'li', -1);
    line = next;
  }
  state.push(`${name}_close`, tag, -1);
  list.map = [startLine, line];
  memory.last = { numbering, level: state.level, end: line };
  state.line = line;
  return true;
}

/**
 * In a box, a line to the left of a later paragraph of an item ends it. Elsewhere it
 * goes on with it, as in CommonMark.
 */
function endsItemInBox(
  state: StateBlock,
  line: number,
  _endLine: number,
  silent: boolean,
): boolean {
  const boxIndent = boxIndentOf(state);
  return (
    silent &&
    boxIndent > 0 &&
    boxIndent < state.blkIndent &&
    state.sCount[line] < state.blkIndent &&
    dialectOf(state).isPythonMarkdown &&
    !memoryOf(state).items.has(state.line)
  );
}

/**
 * Lists as Python-Markdown reads them, where the site asks for it: an empty line in
 * front, four columns for what belongs to an item, and one list of all markers.
 */
export function pythonLists(md: MarkdownIt) {
  const commonMarkList = stockRule(md.block.ruler, 'list');
  md.block.ruler.at(
    'list',
    (state, startLine, endLine, silent) =>
      PageContext.of(state.env).options.dialect.isPythonMarkdown
        ? pythonList(state, startLine, endLine, silent)
        : commonMarkList(state, startLine, endLine, silent),
    { alt: ['paragraph', 'reference', 'blockquote'] },
  );
  md.block.ruler.before('list', 'item_in_box', endsItemInBox, {
    alt: ['paragraph'],
  });
}

import type { MarkdownIt, StateBlock, Token } from 'markdown-it';
import { blockRule } from './blockRule';
import { PageContext } from './PageContext';

/** How far what belongs to an item stands to the right, whatever its marker is. */
const INDENT = 4;

const MARKER = /(?:([*+-])|(\d+)\.)[ \t]+/y;

interface Marker {
  /** Undefined for a bullet. */
  number: string | undefined;
  /** Where the text of the item begins. */
  contentStart: number;
}

/** Whether the item that begins at a line has a number, by the state that reads it. */
const itemLines = new WeakMap<StateBlock, Map<number, boolean>>();

function readMarker(state: StateBlock, line: number): Marker | undefined {
  const indent = state.sCount[line] - state.blkIndent;
  if (indent >= INDENT) {
    return undefined;
  }
  MARKER.lastIndex = state.bMarks[line] + state.tShift[line];
  const match = MARKER.exec(state.src);
  return match && MARKER.lastIndex <= state.eMarks[line]
    ? { number: match[2], contentStart: MARKER.lastIndex }
    : undefined;
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
  for (const token of tokens.slice(tokens.indexOf(item))) {
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
  const lines = itemLines.get(state) ?? new Map<number, boolean>();
  itemLines.set(state, lines);
  const { hasSaneLists } = PageContext.of(state.env).options.dialect;
  const isOrdered = first.number !== undefined;
  if (silent) {
    // Below text a marker is text too, unless that text is the start of an item.
    const above = lines.get(state.line);
    const isInside = state.sCount[startLine] >= state.blkIndent;
    return (
      above !== undefined && (isInside || !hasSaneLists || above === isOrdered)
    );
  }
  const name = isOrdered ? 'ordered_list' : 'bullet_list';
  const tag = isOrdered ? 'ol' : 'ul';
  const list = state.push(`${name}_open`, tag, 1);
  list.map = [startLine, startLine];
  if (hasSaneLists && isOrdered && first.number !== '1') {
    list.attrSet('start', String(Number(first.number)));
  }
  // A list that begins behind an empty line takes what stands below it without one.
  const isBehindGap =
    state.parentType === 'list' && state.isEmpty(startLine - 1);
  let line = startLine;
  let hasGapAbove = false;
  for (let marker: Marker | undefined = first; marker; ) {
    const item = state.push('list_item_open', 'li', 1);
    item.map = [line, line];
    lines.set(line, marker.number !== undefined);
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
    if (marker && hasSaneLists && (marker.number !== undefined) !== isOrdered) {
      marker = undefined;
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
  state.line = line;
  return true;
}

/**
 * Lists as Python-Markdown reads them, where the site asks for it: an empty line in
 * front, four columns for what belongs to an item, and one list of all markers.
 */
export function pythonLists(md: MarkdownIt) {
  const commonMarkList = blockRule(md, 'list');
  md.block.ruler.at(
    'list',
    (state, startLine, endLine, silent) =>
      PageContext.of(state.env).options.dialect.isPythonMarkdown
        ? pythonList(state, startLine, endLine, silent)
        : commonMarkList(state, startLine, endLine, silent),
    { alt: ['paragraph', 'reference', 'blockquote'] },
  );
}

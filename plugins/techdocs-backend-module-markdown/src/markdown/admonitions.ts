import type { MarkdownIt, StateBlock } from 'markdown-it';
import { tokenizeIndented } from './tokenizeIndented';

const OPENING =
  /^(!!!|\?\?\?\+?)[ \t]*([\w-]+(?:[ \t]+[\w-]+)*)(?:[ \t]+"(.*?)")?[ \t]*$/;

/** Words after the type that place the box instead of naming it. */
const PLACEMENTS = new Set(['inline', 'end', 'left', 'right', 'start']);

function defaultTitle(type: string): string {
  return type.charAt(0).toUpperCase() + type.slice(1);
}

/** The title of a box, or what details show while they are closed. */
export function pushAdmonitionTitle(
  state: StateBlock,
  tag: 'p' | 'summary',
  title: string,
) {
  const open = state.push('admonition_title_open', tag, 1);
  if (tag === 'p') {
    open.attrSet('class', 'admonition-title');
  }
  const inline = state.push('inline', '', 0);
  inline.content = title;
  inline.map = [state.line, state.line + 1];
  inline.children = [];
  state.push('admonition_title_close', tag, -1);
}

function admonition(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  if (state.sCount[startLine] - state.blkIndent >= 4) {
    return false;
  }
  const start = state.bMarks[startLine] + state.tShift[startLine];
  const first = state.src.charAt(start);
  if (first !== '!' && first !== '?') {
    return false;
  }
  const match = OPENING.exec(state.src.slice(start, state.eMarks[startLine]));
  if (!match) {
    return false;
  }
  if (silent) {
    return true;
  }
  const [, marker, words, title] = match;
  const classes = words.split(/[ \t]+/).map(word => word.toLowerCase());
  const isDetails = marker.startsWith('?');
  const type = classes.find(word => !PLACEMENTS.has(word)) ?? classes[0];

  const tag = isDetails ? 'details' : 'div';
  const open = state.push('admonition_open', tag, 1);
  open.block = true;
  open.attrSet(
    'class',
    [...(isDetails ? [] : ['admonition']), ...classes].join(' '),
  );
  if (marker === '???+') {
    open.attrSet('open', 'open');
  }
  // An empty title asks for a box without one; a summary cannot be left out.
  if (title !== '' || isDetails) {
    pushAdmonitionTitle(
      state,
      isDetails ? 'summary' : 'p',
      title || defaultTitle(type),
    );
  }
  const nextLine = tokenizeIndented(state, startLine, endLine);
  open.map = [startLine, nextLine];
  state.push('admonition_close', tag, -1).block = true;
  return true;
}

/** `!!! note`, `??? tip "Title"` and `???+ warning`, as in Python-Markdown. */
export function admonitions(md: MarkdownIt) {
  md.block.ruler.before('fence', 'admonition', admonition, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}

import type { MarkdownIt, StateBlock } from 'markdown-it';
import { tokenizeLines } from './tokenizeLines';
import { lineText } from './lineText';

// One space at most before the rest, so that no line takes long to refuse.
const TAG = /^<([a-z][a-z0-9-]*)((?:\s[^<>]*)?)>/i;
const ATTRIBUTE = /\smarkdown(?:=["']?(1|block|span)["']?)?(?=\s|$)/i;

/** Elements whose content is a line of text unless it says otherwise. */
const TEXT_ELEMENTS =
  /^(?:address|dd|dt|figcaption|h[1-6]|label|legend|p|summary|td|th)$/i;

/** Looking further for the end would take long on a page without any. */
const MAX_LINES = 1_000;

interface Opening {
  tagName: string;
  html: string;
  isText: boolean;
}

function readOpening(state: StateBlock, line: number): Opening | undefined {
  const text = lineText(state, line);
  const match = text.startsWith('<') ? TAG.exec(text) : null;
  const isAlone = match?.[0].length === text.trimEnd().length;
  const attribute = match ? ATTRIBUTE.exec(match[2]) : null;
  if (!match || !attribute || !isAlone) {
    return undefined;
  }
  const [, tagName, attributes] = match;
  const mode = attribute[1]?.toLowerCase();
  return {
    tagName,
    html: `<${tagName}${attributes.replace(ATTRIBUTE, '')}>`,
    isText:
      mode === 'span' || (mode !== 'block' && TEXT_ELEMENTS.test(tagName)),
  };
}

/** The line that closes the element, which it must have for itself. */
function findEnd(
  state: StateBlock,
  startLine: number,
  { tagName, endLine }: { tagName: string; endLine: number },
): number | undefined {
  const tag = new RegExp(`^<(/?)${tagName}(?:\\s[^<>]*)?>(.*)$`, 'i');
  const closing = `</${tagName.toLowerCase()}>`;
  let depth = 1;
  const lastLine = Math.min(endLine, startLine + MAX_LINES);
  for (let line = startLine + 1; line < lastLine; line += 1) {
    const text = lineText(state, line).trimEnd();
    const match = text.startsWith('<') ? tag.exec(text) : null;
    if (match?.[1]) {
      depth -= 1;
    } else if (match && !match[2].toLowerCase().endsWith(closing)) {
      depth += 1;
    }
    if (depth === 0) {
      return match?.[2] ? undefined : line;
    }
  }
  return undefined;
}

function commonIndent(state: StateBlock, from: number, to: number): number {
  let indent = Number.MAX_SAFE_INTEGER;
  for (let line = from; line < to; line += 1) {
    if (!state.isEmpty(line)) {
      indent = Math.min(indent, state.sCount[line]);
    }
  }
  return Math.max(state.blkIndent, indent);
}

function pushHtml(state: StateBlock, content: string, line: number) {
  const token = state.push('html_block', '', 0);
  token.content = `${content}\n`;
  token.map = [line, line + 1];
}

function pushBlocks(state: StateBlock, from: number, to: number) {
  // The element has no token that nests, and its depth has to count.
  state.level += 1;
  tokenizeLines(state, { from, to, blkIndent: commonIndent(state, from, to) });
  state.level -= 1;
}

/** `<figcaption markdown>A *plan*</figcaption>` on a line of its own. */
function oneLineElement(
  state: StateBlock,
  line: number,
  silent: boolean,
): boolean {
  const text = lineText(state, line).trimEnd();
  const match = text.startsWith('<') ? TAG.exec(text) : null;
  const attribute = match ? ATTRIBUTE.exec(match[2]) : null;
  if (!match || !attribute) {
    return false;
  }
  const [opening, tagName, attributes] = match;
  const closing = `</${tagName}>`;
  const content = text.slice(opening.length, -closing.length);
  if (!text.endsWith(closing) || content.trim() === '') {
    return false;
  }
  const mode = attribute[1]?.toLowerCase();
  if (!silent) {
    const isText =
      mode === 'span' || (mode !== 'block' && TEXT_ELEMENTS.test(tagName));
    pushHtml(state, `<${tagName}${attributes.replace(ATTRIBUTE, '')}>`, line);
    if (!isText) {
      state.push('paragraph_open', 'p', 1).map = [line, line + 1];
    }
    const inline = state.push('inline', '', 0);
    inline.content = content.trim();
    inline.map = [line, line + 1];
    inline.children = [];
    if (!isText) {
      state.push('paragraph_close', 'p', -1);
    }
    pushHtml(state, `</${tagName}>`, line);
    state.line = line + 1;
  }
  return true;
}

function markdownBlock(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  if (state.sCount[startLine] - state.blkIndent >= 4) {
    return false;
  }
  if (oneLineElement(state, startLine, silent)) {
    return true;
  }
  const opening = readOpening(state, startLine);
  const end =
    opening && findEnd(state, startLine, { tagName: opening.tagName, endLine });
  if (!opening || end === undefined) {
    return false;
  }
  if (silent) {
    return true;
  }
  pushHtml(state, opening.html, startLine);
  if (opening.isText) {
    const inline = state.push('inline', '', 0);
    inline.content = state
      .getLines(startLine + 1, end, state.blkIndent, false)
      .trim();
    inline.map = [startLine + 1, end];
    inline.children = [];
  } else {
    pushBlocks(state, startLine + 1, end);
  }
  pushHtml(state, `</${opening.tagName}>`, end);
  state.line = end + 1;
  return true;
}

/** `<div markdown>`: what stands inside is Markdown, as in `md_in_html`. */
export function markdownInHtml(md: MarkdownIt) {
  md.block.ruler.before('html_block', 'markdown_in_html', markdownBlock, {
    alt: ['paragraph', 'reference', 'blockquote'],
  });
}

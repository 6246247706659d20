import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import { lineText } from './lineText';
import { PageContext } from './PageContext';
import { stockRule } from './stockRule';

/** Elements that Python-Markdown takes as they are written, up to their end. */
const ELEMENTS = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'canvas', 'center'],
  ...['details', 'div', 'dl', 'fieldset', 'figure', 'footer', 'form', 'h1'],
  ...['h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'main', 'menu'],
  ...['nav', 'noscript', 'object', 'ol', 'p', 'search', 'section', 'table'],
  ...['ul', 'video'],
]);

/** Looking further for the end would take long on a page without any. */
const MAX_LINES = 1_000;

/** The last line of an element, which holds nothing behind it; undefined without. */
function findEnd(
  state: StateBlock,
  startLine: number,
  endLine: number,
): number | undefined {
  const name = /^<([a-z][a-z0-9]*)(?=[\s>]|$)/i.exec(
    lineText(state, startLine),
  )?.[1];
  if (!name || !ELEMENTS.has(name.toLowerCase())) {
    return undefined;
  }
  const tag = new RegExp(`<(/?)${name}(?=[\\s>]|$)`, 'gi');
  let depth = 0;
  const lastLine = Math.min(endLine, startLine + MAX_LINES);
  for (let line = startLine; line < lastLine; line += 1) {
    const text = lineText(state, line);
    // Code is taken out of a page before its HTML is looked for.
    if (/^(?:```|~~~)/.test(text)) {
      return undefined;
    }
    for (const { 1: slash, index } of text.matchAll(tag)) {
      depth += slash ? -1 : 1;
      if (depth === 0) {
        const rest = text.slice(index).replace(/^[^>]*>/, '');
        return rest.trim() === '' ? line : undefined;
      }
    }
  }
  return undefined;
}

function rawElement(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  if (
    state.blkIndent > 0 ||
    state.sCount[startLine] >= 4 ||
    !PageContext.of(state.env).options.dialect.isPythonMarkdown
  ) {
    return false;
  }
  const end = findEnd(state, startLine, endLine);
  if (end === undefined) {
    return false;
  }
  if (!silent) {
    const token = state.push('html_block', '', 0);
    token.content = state.getLines(startLine, end + 1, 0, true);
    token.map = [startLine, end + 1];
    state.line = end + 1;
  }
  return true;
}

/** What Python-Markdown takes as a block where it starts a line, besides `ELEMENTS`. */
const OTHER_BLOCKS = new Set([
  ...['body', 'colgroup', 'dd', 'dt', 'figcaption', 'group', 'html', 'iframe'],
  ...['legend', 'li', 'map', 'math', 'option', 'output', 'pre', 'progress'],
  ...['script', 'style', 'summary', 'tbody', 'td', 'textarea', 'tfoot', 'th'],
  ...['thead', 'tr'],
]);

/** HTML that stands further to the right is looked for in text alone. */
const INDENT = 4;

/**
 * Whether a line starts with a tag that stands in text, such as `<small>`, or goes on
 * with a comment in the text of an item or a footnote.
 */
function startsText(
  state: StateBlock,
  line: number,
  isInParagraph: boolean,
): boolean {
  const text = lineText(state, line);
  if (
    isInParagraph &&
    state.sCount[line] >= INDENT &&
    text.startsWith('<!--')
  ) {
    return true;
  }
  const name = /^<\/?([a-z][a-z0-9-]*)(?=[\s/>]|$)/i
    .exec(text)?.[1]
    .toLowerCase();
  return name !== undefined && !ELEMENTS.has(name) && !OTHER_BLOCKS.has(name);
}

/** A tag up to its end, whatever stands in it. */
const LOOSE_TAG = /<\/?[a-z][^<>@ ]{0,100}(?: [^<>]{0,2000})?>/iy;

/** Browsers need no space between two attributes. */
function looseTag(state: StateInline, silent: boolean): boolean {
  if (
    state.src.charCodeAt(state.pos) !== 0x3c ||
    !PageContext.of(state.env).options.dialect.isPythonMarkdown
  ) {
    return false;
  }
  LOOSE_TAG.lastIndex = state.pos;
  const [tag] = LOOSE_TAG.exec(state.src) ?? [];
  if (tag === undefined || LOOSE_TAG.lastIndex > state.posMax) {
    return false;
  }
  if (!silent) {
    state.push('html_inline', '', 0).content = tag;
  }
  state.pos += tag.length;
  return true;
}

/**
 * Elements of HTML as Python-Markdown reads them, where the site asks for it: with
 * empty lines and all to where they are closed, and Markdown in the next line. What
 * starts with an element of text is a paragraph.
 */
export function pythonHtml(md: MarkdownIt) {
  md.inline.ruler.after('html_inline', 'loose_tag', looseTag);
  const htmlBlock = stockRule(md.block.ruler, 'html_block');
  md.block.ruler.at(
    'html_block',
    (state, startLine, endLine, silent) =>
      !(
        PageContext.of(state.env).options.dialect.isPythonMarkdown &&
        startsText(state, startLine, silent)
      ) && htmlBlock(state, startLine, endLine, silent),
    { alt: ['paragraph', 'reference', 'blockquote'] },
  );
  md.block.ruler.before('html_block', 'raw_element', rawElement, {
    alt: ['paragraph', 'reference', 'blockquote'],
  });
}

import type { Env, MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import { words } from './docsWords';
import { escapeHtml } from './escapeHtml';
import { withStyledLetters } from './mathLetters';
import { PageContext } from './PageContext';

/** A formula longer than this is text that happens to hold two dollars. */
const MAX_FORMULA_LENGTH = 5_000;

const WORD = /[\p{L}\p{N}_$\\]/u;

/**
 * Typesets one formula as MathML.
 *
 * @remarks
 * KaTeX's HTML needs its fonts, and a browser loads no fonts from inside the
 * reader's shadow DOM. MathML is drawn by the browser itself and read aloud.
 * The TeX annotation goes: the reader's sanitiser would unwrap it into text.
 */
export function renderFormula(tex: string, isBlock: boolean): string {
  // Only here: it takes a while to load, and most sites have no formula.
  const katex: typeof import('katex') = require('katex');
  const html = katex.renderToString(tex, {
    displayMode: isBlock,
    output: 'mathml',
    throwOnError: true,
    trust: false,
    strict: 'ignore',
    maxSize: 20,
    maxExpand: 500,
  });
  const mathml = withStyledLetters(
    html.replace(
      /<semantics>([\s\S]*)<annotation[^>]*>[\s\S]*?<\/annotation><\/semantics>/,
      '$1',
    ),
  );
  return isBlock
    ? `<div class="arithmatex">${mathml}</div>`
    : `<span class="arithmatex">${mathml}</span>`;
}

/** Puts an inline formula between `$`, keeping prices and variables as text. */
function inlineDollar(state: StateInline): number | undefined {
  const { src, pos, posMax } = state;
  const before = pos > 0 ? src.charAt(pos - 1) : '';
  const first = src.charAt(pos + 1);
  if (WORD.test(before) || first === '' || /[\s$]/.test(first)) {
    return undefined;
  }
  const limit = Math.min(posMax, pos + MAX_FORMULA_LENGTH);
  for (let end = pos + 2; end < limit; end += 1) {
    if (src.charCodeAt(end) === 0x5c) {
      end += 1;
    } else if (src.charCodeAt(end) === 0x24) {
      const isClosing =
        !/\s/.test(src.charAt(end - 1)) && !WORD.test(src.charAt(end + 1));
      return isClosing ? end : undefined;
    }
  }
  return undefined;
}

/** `\\(` is an escaped bracket unless the site asks for `pymdownx.arithmatex`. */
function hasBackslashes(env: Env): boolean {
  return PageContext.of(env).options.dialect.hasBackslashMath;
}

function mathInline(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  let content: string;
  let end: number;
  if (hasBackslashes(state.env) && src.startsWith('\\(', pos)) {
    const close = src.slice(pos, pos + MAX_FORMULA_LENGTH).indexOf('\\)', 2);
    if (close < 0) {
      return false;
    }
    content = src.slice(pos + 2, pos + close);
    end = pos + close + 2;
  } else if (src.charCodeAt(pos) === 0x24) {
    const close = inlineDollar(state);
    if (close === undefined) {
      return false;
    }
    content = src.slice(pos + 1, close);
    end = close + 1;
  } else {
    return false;
  }
  if (!silent) {
    const token = state.push('math_inline', 'span', 0);
    token.content = content.trim();
  }
  state.pos = end;
  return true;
}

/** `\begin{align}`, which ends with `\end{align}` and belongs to the formula. */
const ENVIRONMENT = /^\\begin\{([a-z]+\*?)\}/;

const BLOCK_MARKERS: Record<string, string> = { $$: '$$', '\\[': '\\]' };

function mathBlock(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const firstCharacter =
    state.src[state.bMarks[startLine] + state.tShift[startLine]];
  // Asked of every block, of which hardly any is a formula.
  if (
    (firstCharacter !== '$' && firstCharacter !== '\\') ||
    state.sCount[startLine] - state.blkIndent >= 4
  ) {
    return false;
  }
  const lineText = (line: number) =>
    state.src
      .slice(state.bMarks[line] + state.tShift[line], state.eMarks[line])
      .trimEnd();
  const firstLine = lineText(startLine);
  const environment = ENVIRONMENT.exec(firstLine)?.[1];
  const opening = firstLine.slice(0, 2);
  const closing =
    environment === undefined
      ? BLOCK_MARKERS[opening]
      : `\\end{${environment}}`;
  if (
    closing === undefined ||
    (opening !== '$$' && !hasBackslashes(state.env))
  ) {
    return false;
  }
  let nextLine = startLine;
  let isClosed =
    firstLine.length >= 2 * opening.length && firstLine.endsWith(closing);
  if (!isClosed && firstLine.slice(2).includes(closing)) {
    return false;
  }
  let length = firstLine.length;
  while (!isClosed) {
    nextLine += 1;
    if (nextLine >= endLine || length > MAX_FORMULA_LENGTH) {
      return false;
    }
    const text = lineText(nextLine);
    length += text.length;
    isClosed = text.endsWith(closing);
    if (!isClosed && state.isEmpty(nextLine)) {
      return false;
    }
  }
  if (silent) {
    return true;
  }
  const token = state.push('math_block', 'div', 0);
  token.block = true;
  token.map = [startLine, nextLine + 1];
  token.content = state
    .getLines(startLine, nextLine + 1, state.sCount[startLine], false)
    .trim();
  if (environment === undefined) {
    token.content = token.content.slice(2, -2).trim();
  }
  state.line = nextLine + 1;
  return true;
}

function renderSafely(
  context: PageContext,
  tex: string,
  options: { isBlock: boolean; line?: number },
): string {
  try {
    return context.slot(renderFormula(tex, options.isBlock));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    context.warn(
      'math',
      words.describe('docs.warning.formulaUnreadable', { reason }),
      options.line,
    );
    const code = `<code>${escapeHtml(tex)}</code>`;
    return options.isBlock ? `<pre>${code}</pre>` : code;
  }
}

/** `$a$` and `$$a$$`, and with arithmatex `\(a\)` and `\[a\]`, by KaTeX. */
export function math(md: MarkdownIt) {
  md.inline.ruler.before('escape', 'math_inline', mathInline);
  md.block.ruler.before('fence', 'math_block', mathBlock, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  md.renderer.rules.math_inline = (tokens, index, _options, env) =>
    renderSafely(PageContext.of(env), tokens[index].content, {
      isBlock: false,
    });
  md.renderer.rules.math_block = (tokens, index, _options, env) =>
    `${renderSafely(PageContext.of(env), tokens[index].content, {
      isBlock: true,
      line: tokens[index].map?.[0],
    })}\n`;
}

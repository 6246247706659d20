import type { MarkdownIt, Token } from 'markdown-it';
import { markNotes } from './codeAnnotations';
import { words } from './docsWords';
import { escapeHtml } from './escapeHtml';
import { highlightCode } from './highlightCode';
import { renderFormula } from './math';
import { PageContext } from './PageContext';

export interface FenceInfo {
  language: string;
  title: string | undefined;
  /** Number of the first line, or undefined for no numbers. */
  firstLineNumber: number | undefined;
  highlightedLines: ReadonlySet<number>;
}

/** A range like `2-900000` must not make a set of that size. */
const MAX_RANGE = 10_000;

function parseLineRanges(text: string): Set<number> {
  const lines = new Set<number>();
  for (const range of text.split(/[\s,]+/)) {
    const match = /^(\d+)(?:-(\d+))?$/.exec(range);
    if (match) {
      const first = Number(match[1]);
      const last = Math.min(Number(match[2] ?? first), first + MAX_RANGE);
      for (let line = first; line <= last; line += 1) {
        lines.add(line);
      }
    }
  }
  return lines;
}

/**
 * Reads the line behind the back-ticks in its three spellings:
 * `yaml title="x" hl_lines="2 4-5"`, `{.yaml linenums="1"}` and `yaml {2,4-5}`.
 */
export function parseFenceInfo(info: string): FenceInfo {
  const options = new Map<string, string>();
  const rest = info
    .trim()
    .replace(/([\w-]+)=(?:"([^"]*)"|'([^']*)'|([^\s}"']+))/g, (...match) => {
      const [, key, double, single, bare] = match;
      options.set(key, double ?? single ?? bare ?? '');
      return ' ';
    });
  const braced = /\{([\d\s,-]+)\}/.exec(rest)?.[1];
  const [first = ''] = rest.replace(/[{}]/g, ' ').trim().split(/\s+/);
  const language = /^[\d,-]*$/.test(first) ? '' : first.replace(/^[.:]+/, '');
  const firstLineNumber = Number.parseInt(options.get('linenums') ?? '', 10);
  return {
    language,
    title: options.get('title') || undefined,
    firstLineNumber: Number.isNaN(firstLineNumber)
      ? undefined
      : Math.max(firstLineNumber, 1),
    highlightedLines: parseLineRanges(options.get('hl_lines') ?? braced ?? ''),
  };
}

/** Languages that are drawn, or none. */
const WITHOUT_GRAMMAR = ['', 'mermaid', 'math'];

/** What a grammar may colour: blocks of code, and words of it that name a language. */
function languageOf({ type, info, meta }: Token): string {
  if (type === 'fence') {
    return parseFenceInfo(info).language;
  }
  return type === 'code_inline' ? String(meta?.language ?? '') : '';
}

function codeOf(token: Token): string {
  return token.content.replace(/\n$/, '');
}

/**
 * Highlights the code blocks of a page ahead of rendering, which cannot wait.
 * Blocks that time did not suffice for stay plain.
 */
export function highlightFences(tokens: Token[], context: PageContext): void {
  const coloured = tokens
    .flatMap(token => [token, ...(token.children ?? [])])
    .filter(token => !WITHOUT_GRAMMAR.includes(languageOf(token)));
  if (coloured.length === 0) {
    return;
  }
  const { blocks, isTimedOut } = highlightCode(
    coloured.map(token => ({
      code: codeOf(token),
      language: languageOf(token),
    })),
    context.options.maxHighlightMilliseconds,
  );
  for (const [index, token] of coloured.entries()) {
    token.meta = { ...token.meta, lines: blocks[index] };
  }
  if (isTimedOut) {
    context.warn('limit', words.describe('docs.warning.codePlain'));
  }
}

function linesOf(token: Token): string[] {
  const lines: unknown = token.meta?.lines;
  return Array.isArray(lines)
    ? lines.map(String)
    : codeOf(token).split('\n').map(escapeHtml);
}

function joinLines(lines: string[], info: FenceInfo): string {
  const { firstLineNumber, highlightedLines } = info;
  const width = String((firstLineNumber ?? 1) + lines.length - 1).length;
  return lines
    .map((line, index) => {
      let html = `${line}\n`;
      if (firstLineNumber !== undefined) {
        const number = String(firstLineNumber + index).padStart(width);
        html = `<span class="linenos" data-linenos="${number} "></span>${html}`;
      }
      return highlightedLines.has(index + 1)
        ? `<span class="hll">${html}</span>`
        : html;
    })
    .join('');
}

function renderFence(
  context: PageContext,
  token: Token,
  hasLineNumbers: boolean,
): string {
  const info = parseFenceInfo(token.info);
  const line = token.map?.[0];
  const code = codeOf(token);
  if (info.language === 'mermaid') {
    // The reader draws it; until then, and without scripts, it reads as code.
    return `<pre class="mermaid"><code>${escapeHtml(code)}</code></pre>\n`;
  }
  if (info.language === 'math') {
    try {
      return `${renderFormula(code, true)}\n`;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      context.warn(
        'math',
        words.describe('docs.warning.formulaUnreadable', { reason }),
        line,
      );
    }
  }
  const lines = linesOf(token);
  const body = joinLines(token.meta?.hasNotes ? markNotes(lines) : lines, {
    ...info,
    firstLineNumber: info.firstLineNumber ?? (hasLineNumbers ? 1 : undefined),
  });
  const languageClass = info.language
    ? `language-${escapeHtml(info.language)} `
    : '';
  const title =
    info.title === undefined
      ? ''
      : `<span class="filename">${escapeHtml(info.title)}</span>`;
  // Long lines scroll, and what scrolls must be reachable by the keyboard.
  return `<div class="${languageClass}highlight">${title}<pre><code tabindex="0">${body}</code></pre></div>\n`;
}

/** A word of code in its colours, where it has any. */
function renderInline(token: Token, attributes: string): string {
  const lines: unknown = token.meta?.lines;
  const code = Array.isArray(lines)
    ? lines.map(String).join('\n')
    : escapeHtml(token.content);
  return `<code${attributes}>${code}</code>`;
}

/** Code blocks with the markup of `pymdownx.highlight`. */
export function fences(md: MarkdownIt) {
  md.renderer.rules.fence = (tokens, index, _options, env) => {
    const context = PageContext.of(env);
    const { hasLineNumbers } = context.options.dialect;
    return context.slot(renderFence(context, tokens[index], hasLineNumbers));
  };
  md.renderer.rules.code_inline = (tokens, index) => {
    const token = tokens[index];
    if (token.meta?.lines) {
      token.attrJoin('class', 'highlight');
    }
    return renderInline(token, md.renderer.renderAttrs(token));
  };
  md.renderer.rules.code_block = (tokens, index, _options, env) => {
    const context = PageContext.of(env);
    return context.slot(renderFence(context, tokens[index], false));
  };
}

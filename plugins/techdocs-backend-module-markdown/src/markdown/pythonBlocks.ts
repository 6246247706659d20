import type { Env, MarkdownIt, StateBlock } from 'markdown-it';
import { lineText } from './lineText';
import { PageContext } from './PageContext';
import { stockRule } from './stockRule';

function isPython(env: Env | undefined): boolean {
  return PageContext.of(env).options.dialect.isPythonMarkdown;
}

/** Whether a block that opens with a fence holds the one that closes it. */
function isClosed(
  state: StateBlock,
  startLine: number,
  endLine: number,
): boolean {
  const start = state.bMarks[startLine] + state.tShift[startLine];
  const [markers] = /^(?:`+|~+)?/.exec(
    state.src.slice(start, state.eMarks[startLine]),
  ) ?? [''];
  // It may end the text of an item, and stand to the left of what belongs to that.
  const base = Math.min(state.blkIndent, state.sCount[startLine]);
  for (let line = startLine + 1; line < endLine; line += 1) {
    const indent = state.sCount[line] - base;
    if (indent < 0 && !state.isEmpty(line)) {
      return false;
    }
    const text = state.src
      .slice(state.bMarks[line] + state.tShift[line], state.eMarks[line])
      .trimEnd();
    if (
      indent < 4 &&
      text.startsWith(markers) &&
      text === text.charAt(0).repeat(text.length)
    ) {
      return true;
    }
  }
  return false;
}

/** What the row below the head of a table is made of. */
const RULE = /^[-:|\s]+$/;

/** Each costs a copy of the page, which may be large. */
const MAX_LOOSE_RULES = 200;

const looseRuleCounts = new WeakMap<StateBlock, number>();

/**
 * Reads the row below the head of a table as if no space stood between its dashes. Its
 * length stays, as all positions behind it are known.
 */
function withWholeDashes<T>(state: StateBlock, line: number, read: () => T): T {
  const from = state.bMarks[line] + state.tShift[line];
  const { src } = state;
  const row = src.slice(from, state.eMarks[line]);
  const count = looseRuleCounts.get(state) ?? 0;
  if (!/- +-/.test(row) || count >= MAX_LOOSE_RULES) {
    return read();
  }
  looseRuleCounts.set(state, count + 1);
  const dashes = row.replace(/-[- ]*-/g, ({ length }) => '-'.repeat(length));
  state.src = src.slice(0, from) + dashes + src.slice(from + row.length);
  const result = read();
  state.src = src;
  return result;
}

/** Stands for a `|` that ends no cell; no page holds it. */
const PIPE = '\uE003';

/** Code in a line, with the marks around it. */
const CODE = /(?<!`)(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g;

const UNESCAPED_PIPE = /(?<!\\)\|/g;

/** Pages as they are read where a table may begin, each written again but once. */
const pagesOfWholeCode = new WeakMap<StateBlock, string>();

function pageOfWholeCode(state: StateBlock): string {
  const known = pagesOfWholeCode.get(state);
  if (known !== undefined) {
    return known;
  }
  const page = state.src.replace(CODE, code =>
    code.replace(UNESCAPED_PIPE, PIPE),
  );
  pagesOfWholeCode.set(state, page);
  return page;
}

/** Reads a table whose cells are not ended by what stands in code. */
function withWholeCode<T>(state: StateBlock, read: () => T): T {
  const { src, tokens } = state;
  const count = tokens.length;
  state.src = pageOfWholeCode(state);
  const result = read();
  state.src = src;
  for (const token of tokens.slice(count)) {
    token.content = token.content.replaceAll(PIPE, '|');
  }
  return result;
}

/** Whether a row and the one below it may be the head of a table. */
function mayBeHead(state: StateBlock, line: number): boolean {
  const rule = lineText(state, line + 1);
  // Asked of every line of text, of which hardly any is one of a table.
  return (
    '|-:'.includes(rule.charAt(0)) &&
    RULE.test(rule) &&
    lineText(state, line).includes('|')
  );
}

/**
 * Blocks that Python-Markdown takes otherwise than GitHub, where the site asks for it:
 * a fence that nothing closes is text, a `|` in code ends no cell, the dashes below the
 * head of a table may have spaces between them, and what stands below a table without an
 * empty line is a row of it, even with the mark of a heading.
 */
export function pythonBlocks(md: MarkdownIt) {
  const table = stockRule(md.block.ruler, 'table');
  md.block.ruler.at(
    'table',
    (state, startLine, endLine, silent) => {
      const read = () => table(state, startLine, endLine, silent);
      return startLine + 1 < endLine &&
        isPython(state.env) &&
        mayBeHead(state, startLine)
        ? withWholeCode(state, () =>
            withWholeDashes(state, startLine + 1, read),
          )
        : read();
    },
    { alt: ['paragraph', 'reference'] },
  );
  const fence = stockRule(md.block.ruler, 'fence');
  md.block.ruler.at(
    'fence',
    (state, startLine, endLine, silent) =>
      fence(state, startLine, endLine, true) &&
      (!isPython(state.env) || isClosed(state, startLine, endLine)) &&
      (silent || fence(state, startLine, endLine, false)),
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
  const heading = stockRule(md.block.ruler, 'heading');
  md.block.ruler.at(
    'heading',
    (state, startLine, endLine, silent) =>
      !(silent && state.parentType === 'table' && isPython(state.env)) &&
      heading(state, startLine, endLine, silent),
    { alt: ['paragraph', 'reference', 'blockquote'] },
  );
}

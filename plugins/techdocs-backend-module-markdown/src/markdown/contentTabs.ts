import type { MarkdownIt, StateBlock, Token } from 'markdown-it';
import { PageContext } from './PageContext';
import { tokenizeIndented } from './tokenizeIndented';

const OPENING = /^===([!+]*)[ \t]+"(.*?)"[ \t]*$/;

/** The stylesheets, of the reader too, know this many tabs in a group. */
const MAX_TABS = 20;

export interface TabOpening {
  title: string;
  isNewGroup: boolean;
  isSelected: boolean;
}

function readOpening(state: StateBlock, line: number): TabOpening | undefined {
  if (
    state.sCount[line] < state.blkIndent ||
    state.sCount[line] - state.blkIndent >= 4
  ) {
    return undefined;
  }
  const start = state.bMarks[line] + state.tShift[line];
  if (state.src.charAt(start) !== '=') {
    return undefined;
  }
  const match = OPENING.exec(state.src.slice(start, state.eMarks[line]));
  return match
    ? {
        title: match[2],
        isNewGroup: match[1].includes('!'),
        isSelected: match[1].includes('+'),
      }
    : undefined;
}

interface TabGroup {
  number: number;
  selected: number;
  titles: string[];
}

/** Tokens in front of the tabs: the radio buttons and one label per tab. */
function headTokens(state: StateBlock, group: TabGroup, line: number): Token[] {
  const ids = group.titles.map(
    (_, index) => `__tabbed_${group.number}_${index + 1}`,
  );
  const markup = (content: string) => {
    const token = new state.Token('engine_markup', '', 0);
    token.block = true;
    token.content = content;
    return token;
  };
  const inputs = ids.map(
    (id, index) =>
      `<input${index === group.selected ? ' checked="checked"' : ''}` +
      ` id="${id}" name="__tabbed_${group.number}" type="radio">`,
  );
  const labels = ids.flatMap((id, index) => {
    const title = new state.Token('inline', '', 0);
    title.content = group.titles[index];
    title.map = [line, line + 1];
    title.children = [];
    return [markup(`<label for="${id}">`), title, markup('</label>')];
  });
  return [
    markup(inputs.join('')),
    markup('<div class="tabbed-labels">'),
    ...labels,
    markup('</div><div class="tabbed-content">'),
  ];
}

export interface TabGroupOptions {
  startLine: number;
  endLine: number;
  /** Reads the opening of a tab; undefined at a line where none is. */
  readTab(line: number): TabOpening | undefined;
  /** Writes what the tab at a line holds; returns the line behind it. */
  tokenizeTab(line: number): number;
}

/** Writes the tabs that follow one another from a line on as one group. */
export function pushTabGroup(
  state: StateBlock,
  { startLine, endLine, readTab, tokenizeTab }: TabGroupOptions,
) {
  const context = PageContext.of(state.env);
  context.tabGroupCount += 1;
  const group: TabGroup = {
    number: context.tabGroupCount,
    selected: 0,
    titles: [],
  };
  const open = state.push('tab_group_open', 'div', 1);
  open.block = true;
  open.attrSet('class', 'tabbed-set tabbed-alternate');
  const headIndex = state.tokens.length;

  let line = startLine;
  let opening = readTab(line);
  while (opening) {
    if (opening.isSelected) {
      group.selected = group.titles.length;
    }
    group.titles.push(opening.title);
    state.push('tab_open', 'div', 1).attrSet('class', 'tabbed-block');
    const afterTab = tokenizeTab(line);
    state.push('tab_close', 'div', -1);

    line = state.skipEmptyLines(afterTab);
    opening = line < endLine ? readTab(line) : undefined;
    if (opening?.isNewGroup || group.titles.length >= MAX_TABS) {
      opening = undefined;
    }
    state.line = opening ? line : afterTab;
  }
  open.map = [startLine, state.line];
  open.attrSet('data-tabs', `${group.number}:${group.titles.length}`);
  state.tokens.splice(headIndex, 0, ...headTokens(state, group, startLine));
  state.push('tab_group_close', 'div', -1).block = true;
}

function contentTab(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  if (!readOpening(state, startLine)) {
    return false;
  }
  if (!silent) {
    pushTabGroup(state, {
      startLine,
      endLine,
      readTab: line => readOpening(state, line),
      tokenizeTab: line => tokenizeIndented(state, line, endLine),
    });
  }
  return true;
}

/**
 * The syntax and markup of `pymdownx.tabbed` with `alternate_style`:
 * `=== "Title"` with indented content.
 */
export function contentTabs(md: MarkdownIt) {
  md.block.ruler.before('fence', 'content_tab', contentTab, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  // The sanitiser sees the group alone: what it opens in a slot is closed in one.
  md.renderer.rules.tab_group_close = (_tokens, _index, _options, env) =>
    `${PageContext.of(env).slot('</div>')}</div>\n`;
}
